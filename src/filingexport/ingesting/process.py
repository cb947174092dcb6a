"""Where a process that reads documents begins."""

from __future__ import annotations

import sys
from typing import Any

from filingexport.ingesting.desk import Desk


def begin(desk: Desk) -> None:
    """The body of the process."""
    _leave_out_numpy()
    from filingexport.ingesting.worker import work  # only now, as it loads Arrow

    work(desk)


def _leave_out_numpy() -> None:
    # Arrow loads NumPy where it is installed, and goes on without where it is not. Nothing here needs it, and with it a
    # process takes half as long again to start.
    modules: dict[str, Any] = sys.modules
    if "pyarrow" not in modules:
        modules.setdefault("numpy", None)
