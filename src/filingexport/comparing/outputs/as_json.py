"""What changed as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from filingexport.comparing.compare import Change, Difference
from filingexport.comparing.compared import Compared, Side
from filingexport.comparing.edits import Effort
from filingexport.comparing.words import runs
from filingexport.said import Said


def text(found: Compared) -> str:
    """``{"old": …, "new": …, "same": …, "changes": […]}``; labels in both languages."""
    effort = Effort()
    document = {
        "old": _side(found.old),
        "new": _side(found.new),
        "same": not found.changes,
        "changes": [_change(each, effort) for each in found.changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _side(side: Side) -> dict[str, Any]:
    filing = side.filing
    return {
        "given": side.name,
        "company": dict(filing.company.name.readings),
        "fiscal_year": [filing.fiscal_year_start.isoformat(), filing.fiscal_year_end.isoformat()],
        "sha256": side.digest,
    }


def _change(change: Change, effort: Effort) -> dict[str, Any]:
    said = {
        "change": change.kind,
        "path": change.path,
        "old_path": change.old_path if change.old_path != change.path else "",
        "chapter": [_both(each) for each in change.chapter],
        "label": [_both(each) for each in change.label],
        "old_place": change.places[0],
        "new_place": change.places[1],
        "by": _both(change.apart) if change.apart is not None else None,
        "differences": [_difference(each, effort) for each in change.differences],
    }
    return {key: value for key, value in said.items() if value}


def _difference(each: Difference, effort: Effort) -> dict[str, Any]:
    said: dict[str, Any] = {
        "what": each.aspect,
        "language": each.language,
        "below": [_both(label) for label in each.below],
        "old": each.before.raw if each.before is not None else None,
        "new": each.after.raw if each.after is not None else None,
    }
    if each.before is not None and each.after is not None and each.aspect in ("text", "nothing"):
        said["words"] = [[run.kind, run.text] for run in runs(each.before.raw, each.after.raw, effort)]
    for side, told in (("old_printed", each.before), ("new_printed", each.after)):
        if told is not None and (told.shown.en, told.shown.ja) != (told.raw, told.raw):
            said[side] = _both(told.shown)
    return {key: value for key, value in said.items() if value is not None and value not in ("", [])}


def _both(said: Said) -> dict[str, str]:
    return {"en": said.en, "ja": said.ja}
