"""The screens: the only code that knows Textual."""

import os

# Textual paints when a clock of so many ticks a second comes round. At its own 60 an answer waits
# for half a frame on average before it is painted; it reads this when it is first imported.
os.environ.setdefault("TEXTUAL_FPS", "120")
