"""A draft read anew whenever it changes: only what its change touches is made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter, strftime
from typing import Any

from attrs import field

from filingexport.checks import run
from filingexport.checks.findings import Checked, Waiver
from filingexport.checks.outputs import as_json
from filingexport.checks.outputs.subject import Subject
from filingexport.declaring import frozen
from filingexport.findings import SEVERITY, FilingError, Finding, Severity, finding
from filingexport.model.filing import Filing
from filingexport.said import Said, say
from filingexport.serving.board import State
from filingexport.serving.completeness import completeness, is_missing, part_of, part_titles
from filingexport.serving.rendering import Page, Places, page
from filingexport.serving.words import WORDS


@frozen
class Loaded:
    """A source as it was read. noticed: what the reader told, and went on."""

    filing: Filing
    places: Mapping[str, str]
    waivers: tuple[Waiver, ...] = ()
    noticed: tuple[Finding, ...] = ()


@frozen(eq=False)
class Made:
    """What a source that could be read gives. time: of day; pages: how many pages there were, this one included."""

    loaded: Loaded
    page: Page
    checked: Checked
    time: str
    pages: int


@frozen
class Rebuilt:
    """What a rebuild did, for a log. seconds: from the moment the change was seen. broken: why the source could not be read."""

    state: State = field(eq=False)
    seconds: float
    checked: Checked | None
    broken: tuple[Finding, ...]
    changed: bool


class Draft:
    """One source, its newest readable state, and the number of the state that is shown."""

    def __init__(self, source: Path, load: Callable[[], Loaded], last: Filing | None = None) -> None:
        self.source = source
        self._load = load
        self._last = last
        self._made: Made | None = None
        self._broken: tuple[Finding, ...] = ()
        self._state = State(0, self._data(0, waiting=True), b"", "")

    @property
    def state(self) -> State:
        """The state made last; before the first rebuild, one that says so."""
        return self._state

    def rebuild(self) -> Rebuilt:
        """Read the source and make what of it differs from before."""
        began = perf_counter()
        made = self._made
        broken: tuple[Finding, ...] = ()
        try:
            made = self._remade(self._load())
        except FilingError as error:
            broken = error.findings
        except Exception as error:  # a slip of ours must not end the watch, nor be hidden
            message = say(
                "reading it failed unexpectedly ({type}: {error}); please report this",
                "読込み中に予期しない不具合が起きました（{type}: {error}）。開発者にお知らせください。",
                type=type(error).__name__,
                error=error,
            )
            broken = (finding("fx:unreadable", message, self.source.name),)
        changed = made is not self._made or broken != self._broken or not self._state.number
        self._made, self._broken = made, broken
        if changed:
            number = self._state.number + 1
            data = self._data(number)
            self._state = State(number, data, made.page.data if made else b"", made.page.policy if made else "")
        checked = made.checked if made is not None and not broken else None
        return Rebuilt(self._state, perf_counter() - began, checked, broken, changed)

    def _remade(self, loaded: Loaded) -> Made:
        before = self._made
        if before is not None and loaded == before.loaded:
            return before
        same = before is not None and loaded.filing == before.loaded.filing
        shown = before.page if before is not None and same else page(loaded.filing)
        checked = run.check(loaded.filing, places=loaded.places, last=self._last, waivers=loaded.waivers)
        pages = 0 if before is None else before.pages
        return Made(loaded, shown, checked, strftime("%H:%M:%S"), pages + (not same))

    # --- for the page's script -------------------------------------------------------------------------------

    def _data(self, number: int, waiting: bool = False) -> bytes:
        said: dict[str, Any] = {
            "number": number,
            "source": self.source.name,
            "waiting": waiting,
            "broken": [_told(each) for each in self._broken],
            "words": {name: _both(each) for name, each in WORDS.items()},
            "severities": {each.value: _both(name) for each, name in SEVERITY.items()},
        }
        if (made := self._made) is not None:
            said |= _content(self.source, made)
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _content(source: Path, made: Made) -> dict[str, Any]:
    filing, checked, places = made.loaded.filing, made.checked, made.page.places
    subject = Subject(source, filing, checked)
    rules = {each.rule.id: each.rule for each in checked.findings}
    return {
        "page": made.pages,
        "time": made.time,
        "company": {"en": subject.name("en"), "ja": subject.name("ja")},
        "year": [str(filing.fiscal_year_start), str(filing.fiscal_year_end)],
        "noticed": [_told(each) for each in made.loaded.noticed],
        "parts": [{"path": path, "title": _both(title)} for path, title in part_titles().items()],
        "rules": {name: as_json.rule(each) for name, each in rules.items()},
        "findings": [
            as_json.finding(each)
            | _place(places, each.path)
            | {
                "part": part_of(each.path),
                "missing": is_missing(each.rule.kind, each.severity),
                "compared": [{"path": path, "place": place} | _place(places, path) for path, place in each.others],
            }
            for each in checked.findings
        ],
        "completeness": [
            {"path": each.path, "title": _both(each.title), "asked": each.asked, "told": each.told,
             "missing": each.missing, "waived": each.waived}
            for each in completeness(filing, checked)
        ],
    }  # fmt: skip


def _place(places: Places, path: str) -> dict[str, Any]:
    place = places.of(path)
    return {"ids": list(place.ids), "exact": place.exact}


def _told(each: Finding) -> dict[str, Any]:
    said = {"en": each.said("en"), "ja": each.said("ja")}
    return {
        "code": each.code, "message": said, "place": each.place, "path": each.path, "severity": each.severity.value,
    }  # fmt: skip


def _both(said: Said) -> dict[str, str]:
    return {"en": said.en, "ja": said.ja}


def counts(checked: Checked) -> dict[Severity, int]:
    """How many findings are open, by severity."""
    return {each: len(checked.open(each)) for each in SEVERITY}
