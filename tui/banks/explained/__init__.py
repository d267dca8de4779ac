"""What the codes mean that no rule stands for: one file a code, in the format of the rules' own.

Nothing but a docstring: what is wrong, why it matters, an example that has the fault and one
without. `tui.banks.explain` reads them. The name of the folder is the group in `tui.banks.codes`.
"""
