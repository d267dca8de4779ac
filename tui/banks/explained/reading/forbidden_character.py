r"""A control character or a mark of writing direction stands in the text.

Why: Such characters are not seen. They can change the colours of a learner's terminal, move what is
written, or make a text read otherwise than it is stored.

Fails:

    title: "The \e[31mNRF"

Passes:

    title: The NRF
"""
