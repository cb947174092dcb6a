"""The front of the page: which company, which meeting, when, where, what is voted on; copies of what is tagged below."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from filingexport.declaring import frozen
from filingexport.formats.ixbrl import labels, printed
from filingexport.formats.ixbrl.desk import Desk
from filingexport.formats.ixbrl.tags import text
from filingexport.model.filing import Filing
from filingexport.model.item import Label
from filingexport.model.notice import Notice
from filingexport.model.values import Count, Text

_WHEN: Final = Label("Date and time", "日時")
_WHERE: Final = Label("Place", "場所")
_VOTE: Final = Label("Vote by", "議決権行使期限")
_FALLBACK: Final = Label("Convocation notice of the general meeting of shareholders", "株主総会招集ご通知")


@frozen(eq=False)
class Cover:
    """What the front shows. agenda: number, title, and the id of the section that tells of it ("" for none)."""

    company: Markup
    title: Markup
    period: Markup
    glance: list[tuple[Markup, list[Markup]]]
    agenda: list[tuple[Markup, Markup, str]]
    plain_title: str


def cover(desk: Desk, filing: Filing, title_tagged: Markup, where: dict[str, str]) -> Cover:
    """The front of this filing, under the title of the document. where: the ids of the sections, by the paths of the parts."""
    notice = filing.notice
    said = next(
        (each for each in (notice and notice.document_title, notice and notice.title) if isinstance(each, Text)), None
    )
    title = labels.names_of_text(said.readings) if said is not None else _FALLBACK
    term = {
        language: printed.period(filing.fiscal_year_start, filing.fiscal_year_end, language)
        for language in desk.languages.shown
    }
    company = labels.names_of_text(filing.company.name.readings)
    first = desk.languages.first
    plain = " – ".join((company.en, title.en) if first == "en" else (company.ja, title.ja))
    return Cover(
        desk.words(company),
        title_tagged or desk.words(title),
        desk.each(term),
        _glance(desk, notice) if notice is not None else [],
        _agenda(desk, notice, filing, where) if notice is not None else [],
        plain,
    )


def document_title(desk: Desk, notice: Notice | None) -> Markup:
    """The title of the document, tagged: it stands here and nowhere else."""
    if notice is None or not isinstance(notice.document_title, Text):
        return Markup()
    return desk.tagger.words(desk.texts(notice.document_title, "notice.document_title"))


def _words(desk: Desk, said: Text) -> Markup:
    return desk.languages.readings({language: text(each) for language, each in said.readings})


def _glance(desk: Desk, notice: Notice) -> list[tuple[Markup, list[Markup]]]:
    shown: list[tuple[Markup, list[Markup]]] = []
    if (meeting := notice.meeting) is not None:
        if meeting.starts_at is not None:
            said = {language: printed.moment(meeting.starts_at, language) for language in desk.languages.shown}
            shown.append((desk.words(_WHEN), [desk.each(said)]))
        elif isinstance(meeting.starts_at_printed, Text):
            shown.append((desk.words(_WHEN), [_words(desk, meeting.starts_at_printed)]))
        if meeting.place:
            shown.append((desk.words(_WHERE), [_words(desk, each) for each in meeting.place]))
    deadlines: dict[str, list[Label]] = {}
    for way in notice.voting_ways:
        if way.deadline is not None:
            deadlines.setdefault(way.deadline.isoformat(), []).append(labels.of_choice(way.method))
    lines = []
    for way in notice.voting_ways:
        if way.deadline is not None and (ways := deadlines.pop(way.deadline.isoformat(), None)):
            said = {language: printed.moment(way.deadline, language) for language in desk.languages.shown}
            names = Label(", ".join(each.en for each in ways), "、".join(each.ja for each in ways))
            lines.append(Markup('{} <span class="alt">{}</span>').format(desk.each(said), desk.words(names)))
    if lines:
        shown.append((desk.words(_VOTE), lines))
    return shown


def _agenda(desk: Desk, notice: Notice, filing: Filing, where: dict[str, str]) -> list[tuple[Markup, Markup, str]]:
    targets = _targets(filing, where)
    found = []
    for proposal in notice.proposals:
        number = proposal.number.amount if isinstance(proposal.number, Count) else None
        shown = text(printed.figure(number, None, 0).digits) if number is not None else Markup()
        target = targets.get(number, "") if number is not None else ""
        found.append((shown, _words(desk, proposal.title), target))
    return found


def _targets(filing: Filing, where: dict[str, str]) -> dict[object, str]:
    """The section of each proposal in the reference documents, by its number."""
    found: dict[object, str] = {}
    for path, identifier in where.items():
        if path.startswith("reference_documents."):
            part: object = filing
            for step in path.split("."):
                part = part[int(step) - 1] if isinstance(part, tuple) else getattr(part, step)
            number = getattr(part, "number", None)
            if isinstance(number, Count):
                found.setdefault(number.amount, identifier)
    return found
