"""The table of limits in SECURITY.md, from the class that declares them."""

from __future__ import annotations

from typing import Final

from filingexport.formats.safe import limits_said

MARK: Final = "<!-- The table is written by: python -m tests.golden.update -->\n"
END: Final = "<!-- end of the table -->\n"


def limits_text() -> str:
    """The table in Markdown."""
    lines = ["| name | default | of what |", "|---|---:|---|"]
    for name, default, counts, of in limits_said():
        lines.append(
            f"| `{name}` | {default:,} {'' if counts.en == 'number' else counts.en} | {of.en} · {of.ja} |".replace(
                "  ", " "
            )
        )
    return "\n".join(lines) + "\n\n"
