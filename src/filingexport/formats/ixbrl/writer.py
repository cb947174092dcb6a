"""The writer of inline documents: the filing as a page, each fact tagged in its place."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, DivisionByZero, InvalidOperation, Overflow, localcontext
from typing import Final

from lxml import etree
from markupsafe import Markup

from filingexport.binding.shared import is_among, shared_places
from filingexport.declaring import frozen
from filingexport.formats.document import Document
from filingexport.formats.ixbrl import labels, printed
from filingexport.formats.ixbrl.compose import Composer
from filingexport.formats.ixbrl.cover import cover, document_title
from filingexport.formats.ixbrl.desk import Desk
from filingexport.formats.ixbrl.page import Appendix, Header, Page, render, serialized
from filingexport.formats.ixbrl.printed import Language
from filingexport.formats.ixbrl.tags import Languages, Tagger, text
from filingexport.formats.ixbrl.target import IX, ORDER
from filingexport.formats.xbrl.common import FOREVER
from filingexport.model.filing import Filing
from filingexport.model.item import Label
from filingexport.names import SCHEMA_FILE, local_name, namespace
from filingexport.report import Fact, Note, Report, TypedMember

_SHARE: Final = 5
"""A language is one of the page if it has at least one in so many of the readings that the other has."""


@frozen(eq=False)
class LaidOut:
    """A page before it is written. sections: the ids of its sections, by the paths of the parts they show."""

    root: etree._Element
    sections: dict[str, str]


_ARITHMETIC: Final = Context(28, ROUND_HALF_EVEN, traps=[DivisionByZero, Overflow, InvalidOperation])
"""For charts; not that of the thread, which a program may have set for itself."""


def write(document: Document) -> bytes:
    """The inline document of this filing, one self-contained XHTML file in UTF-8.

    The same filing gives the same bytes. Raises FilingError for a kept fact that inline XBRL cannot say.
    """
    return serialized(lay_out(document).root)


def lay_out(document: Document, all_ids: bool = False) -> LaidOut:
    """The same as a tree. all_ids: every fact's element has the id of its fact, the path of its field, not only those
    that could be taken for another without it. Raises FilingError as `write` does.
    """
    with localcontext(_ARITHMETIC):
        return _laid_out(document, all_ids)


def _laid_out(document: Document, all_ids: bool) -> LaidOut:
    filing, report, own = document.filing, document.report, document.own
    languages = languages_of(report)
    places = shared_places(Filing, report)
    kept = {id(fact) for fact in report.facts[len(report.facts) - len(filing.unplaced) :]}

    def keeps_id(fact: Fact) -> bool:
        mine = own is not None and namespace(fact.concept) == own.namespace
        return all_ids or mine or id(fact) in kept or is_among(places, fact.id)

    tagger = Tagger(report, {} if own is None else {own.namespace: own.prefix}, languages, keeps_id)
    desk = Desk(tagger, filing.extension)
    main = tagger.resources.free_id("main")
    composer = Composer(desk)
    title = document_title(desk, filing.notice)
    chapters = composer.chapters(filing)
    front = cover(desk, filing, title, composer.where)
    rest = appendix(desk, report)
    location = document.schema_location
    folder = location.rpartition("/")[0] + "/" * ("/" in location)
    relationships = tagger.relationships()
    header = Header(
        document.entry_point,
        languages.first,
        tagger.hidden,
        [(f"{folder}{SCHEMA_FILE}#{each.rpartition('/')[2]}", each) for each in tagger.arcroles()],
        Markup("".join(tagger.resources.head)),  # noqa: S704  # markup already
        relationships,
    )
    page = Page(
        languages, main, front, chapters, rest, header, known_labels(desk, report),
        tagger.resources.prefixes, [], tagger.list_starts,
    )  # fmt: skip
    root = render(page)
    if own is not None and (order := own_order(root, report, own.namespace)):
        meta = etree.SubElement(root[0], f"{{{root.nsmap[None]}}}meta")
        meta.set("name", ORDER)
        meta.set("content", " ".join(order))
    return LaidOut(root, composer.where)


def languages_of(report: Report) -> Languages:
    """The languages the page is shown in: English and Japanese, where a good part of the text is in them."""
    counts: dict[Language, int] = {"en": 0, "ja": 0}
    for fact in report.facts:
        if fact.language == "en":
            counts["en"] += 1
        elif fact.language == "ja":
            counts["ja"] += 1
    most = max(counts.values())
    shown = tuple(each for each, count in counts.items() if count and count * _SHARE >= most)
    return Languages(shown or ("en",))


def own_order(root: etree._Element, report: Report, space: str) -> list[str]:
    """The ids of the facts of the company's own items in the filing's order, where the page shows them in another."""
    wanted = [fact.id for fact in report.facts if namespace(fact.concept) == space and fact.id]
    among = set(wanted)
    shown = [each.get("id", "") for each in root.iter(f"{{{IX}}}nonFraction", f"{{{IX}}}nonNumeric")]
    return wanted if [each for each in shown if each in among] != wanted else []


def appendix(desk: Desk, report: Report) -> Appendix | None:
    """The facts and notes that stand nowhere yet."""
    tagger = desk.tagger
    facts = [fact for fact in report.facts if id(fact) not in tagger.done]
    notes: dict[int, list[Note]] = {}
    holders: dict[int, Fact] = {id(fact): fact for fact in facts}
    for fact, note in tagger.untold():
        notes.setdefault(id(fact), []).append(note)
        holders.setdefault(id(fact), fact)
    if not holders:
        return None
    known = labels.of_names((name for fact in holders.values() for name in _names(fact)), desk.extended)
    rows = []
    for fact in holders.values():
        name = known.get(fact.concept, Label(local_name(fact.concept), local_name(fact.concept)))
        dimensions = []
        for axis, member in fact.dimensions:
            label = known.get(axis, Label(local_name(axis), local_name(axis)))
            if isinstance(member, TypedMember):
                said = text(member.text if member.text is not None else "—")
            else:
                said = desk.words(known.get(member, Label(local_name(member), local_name(member))))
            dimensions.append(Markup("{}: {}").format(desk.words(label), said))
        unit = fact.unit
        measures = "" if unit is None else " × ".join(local_name(each) for each in unit.numerators)
        if unit is not None and unit.denominators:
            measures += " / " + " × ".join(local_name(each) for each in unit.denominators)
        value = tagger.kept(fact) if id(fact) not in tagger.done else text(fact.id)
        said_notes = [tagger.tie(note, (fact,)) for note in notes.get(id(fact), ())]
        rows.append((desk.words(name), _period(desk, fact), dimensions, text(measures), value, said_notes))
    return Appendix(tagger.resources.free_id("further-facts"), rows)


def _period(desk: Desk, fact: Fact) -> Markup:
    period = fact.period
    if period == FOREVER:
        return desk.words(Label("without bounds", "期間の定めなし"))
    return desk.each({each: printed.period(period.start, period.end, each) for each in desk.languages.shown})


def _names(fact: Fact) -> list[str]:
    members = [member for _, member in fact.dimensions if isinstance(member, str)]
    return [fact.concept, *(axis for axis, _ in fact.dimensions), *members]


def known_labels(desk: Desk, report: Report) -> dict[str, Label]:
    """The labels of all that the facts say, by prefixed name."""
    names = dict.fromkeys(name for fact in report.facts for name in _names(fact))
    found = labels.of_names(iter(names), desk.extended)
    return {desk.tagger.resources.name(name): label for name, label in found.items()}
