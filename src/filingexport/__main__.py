"""``python -m filingexport``."""

import sys

from filingexport.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
