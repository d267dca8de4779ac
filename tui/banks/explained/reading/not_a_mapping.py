"""The file as a whole is not a mapping of fields.

Why: Without fields it has no id and no questions. Mostly it is another file than a bank, or its
first lines were lost.

Fails, as the whole file:

    - Who leads the NRF?
    - What is Panjshir?

Passes:

    bank: nrf
    title: The NRF
"""
