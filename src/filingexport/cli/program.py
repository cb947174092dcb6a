"""One command as a process of its own: what is told to the shell, and what Python need not do for a short life."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

from filingexport.collector import collector_paused


def program() -> NoReturn:
    """Run the command that the shell gave; ends the process with its exit status."""
    with collector_paused():
        from filingexport.cli.main import main
    status = main()
    gc.freeze()  # nothing of what there is will be needed, so that nobody need look for what of it refers to itself
    sys.exit(status)
