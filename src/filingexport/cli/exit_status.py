"""With what a command ends."""

from __future__ import annotations

from typing import Final

VALID: Final = 0
"""All is well."""
INVALID: Final = 1
"""Something is wrong with what was given."""
COULD_NOT_RUN: Final = 2
"""The command could not run."""
