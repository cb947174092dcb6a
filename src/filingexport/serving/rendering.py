"""A filing as a page, and the place of each field on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from filingexport.binding.to_facts import to_facts
from filingexport.declaring import frozen
from filingexport.formats import registry
from filingexport.formats.ixbrl.page import serialized
from filingexport.formats.ixbrl.writer import lay_out
from filingexport.making import Order, document_of, require_sound
from filingexport.model.filing import Filing
from filingexport.report import Report

_XHTML: Final = "http://www.w3.org/1999/xhtml"


@frozen
class Place:
    """Where a field is on the page. ids: of the elements that show it, one a language.

    exact: whether they are the field itself; else they are what it stands in, or would stand in.
    """

    ids: tuple[str, ...]
    exact: bool


_NOWHERE: Final = Place((), False)


class Places:
    """The places of all fields, by their paths."""

    def __init__(self, report: Report, sections: Mapping[str, str], elements: frozenset[str]) -> None:
        self._own: dict[str, list[str]] = {}
        self._sections = dict(sections)
        for (
            path,
            section,
        ) in sections.items():  # of a part that holds nothing but one other, that one's heading is its own
            while path := path.rpartition(".")[0]:
                self._sections.setdefault(path, section)
        self._first: dict[str, str] = {}
        for fact in report.facts:
            if fact.id not in elements:
                continue
            path = fact.id
            self._own.setdefault(path, []).append(fact.id)
            if fact.language:  # of text, the language stands at the end
                path = path.rpartition(".")[0]
                self._own.setdefault(path, []).append(fact.id)
            while path := path.rpartition(".")[0]:
                self._first.setdefault(path, fact.id)

    def of(self, path: str) -> Place:
        """The place of this field; of what is not shown, that of the nearest part that is."""
        if path in self._own:
            return Place(tuple(self._own[path]), True)
        while path:
            for known in (self._sections, self._first):
                if path in known:
                    return Place((known[path],), False)
            path = path.rpartition(".")[0]
        return _NOWHERE


@frozen(eq=False)
class Page:
    """The page of a filing. policy: what it may do (Content Security Policy), as it says itself."""

    data: bytes
    policy: str
    places: Places


def page(filing: Filing) -> Page:
    """The page that an export to Inline XBRL gives, but that every fact has an id; raises FilingError as that does."""
    require_sound(filing.extension)
    report = to_facts(filing)
    laid = lay_out(document_of(Order(registry.named("ixbrl")), filing, report, "page"), all_ids=True)
    elements = frozenset(str(each) for each in laid.root.xpath("//@id"))
    return Page(serialized(laid.root), _policy(laid.root), Places(report, laid.sections, elements))


def _policy(root: etree._Element) -> str:
    for each in root.iterfind(f"{{{_XHTML}}}head/{{{_XHTML}}}meta"):
        if each.get("http-equiv") == "Content-Security-Policy":
            return each.get("content", "")
    return "default-src 'none'"
