"""`python -m chn_self` does what `chn-self` does."""

import sys

from chn_self.cli import main

sys.exit(main())
