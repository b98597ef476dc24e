"""`python -m summarizer` is the command `summarizer`."""

import sys

from summarizer.cli.main import main

sys.exit(main())
