"""`python -m tui` is `cssprep`."""

import sys

from tui.cli.main import main

sys.exit(main())
