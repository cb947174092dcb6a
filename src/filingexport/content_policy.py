"""Content Security Policy of the pages that are made here (W3C, CSP Level 3, 2.3.1)."""

from __future__ import annotations

import hashlib
from base64 import b64encode


def digest(text: str) -> str:
    """What a page's own policy knows its style or script by: nothing else in it can ever run."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
