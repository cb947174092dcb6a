"""The original notice taken apart by program: its sentences, the figures in its tables and prose, its dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from filingexport.model import xhtml
from filingexport.names import fx
from filingexport.report import Fact, Report

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_YEAR = re.compile(rf"({_MONTH}) (\d{{4}})\b")
_DAY = re.compile(rf"({'|'.join(MONTHS)}) (\d{{1,2}}), ?(\d{{4}})", re.IGNORECASE)
_MONTH_YEAR_MARK = re.compile(rf"{_MONTH} \d{{4}}\b")
_NUMBER = re.compile(r"^(?:Item \d:|\(?(?:\d{1,2}|[ivx]+|[a-eA-E])[.)]|\d-\d\.?) ?")
_MARKUP = ("<p>", "<ul>", "<ol", "<table>")
_FIGURE_CELL = re.compile(
    r"(?:JPY ?|USD ?|¥)?[(\[]?[-+]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?[)\]]?\s*(%|points?|thousand|million|yen|shares)?\s*\**"
)
# A figure in prose: an amount with its currency or scale, a percentage, or a number with thousands separators.
_FIGURE_IN_PROSE = re.compile(
    r"(?:JPY|USD|¥) ?(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?) ?(?:%|points?|million|thousand|yen)|(?<![\d-])(\d{1,3}(?:,\d{3})+)(?![\d-])"
)


def normal(text: str) -> str:
    """Text without markup, marks of lists, and differences of white space."""
    text = re.sub(r"</?(?:p|u|br)/?>", " ", text)
    text = re.sub(r"^\s*- +", "", text, flags=re.MULTILINE)
    text = re.sub(r"[*_\\]", "", text)
    return re.sub(r"\s+", " ", text).strip()


@frozen
class Original:
    """The notice: paragraphs of prose, and rows of tables as cells."""

    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def sentences(self) -> Iterator[str]:
        """The sentences of the prose: what ends with a full stop, line by line (a sentence cut by a page is two pieces)."""
        for piece in self.pieces():
            if piece.endswith(".") and len(piece.split()) > 3:
                yield piece

    def captions(self) -> Iterator[str]:
        """The rest of the prose (headings, captions before a colon, names), and the cells of tables that hold text."""
        for piece in self.pieces():
            if not (piece.endswith(".") and len(piece.split()) > 3):
                yield piece
        for row in self.rows:
            for cell in row:
                if cell and not _FIGURE_CELL.fullmatch(cell) and not re.fullmatch(r"[-—]", cell):
                    for part in _MONTH_YEAR_MARK.sub("|", _DAY.sub("|", cell)).split("|"):
                        text = normal(part)
                        if len(text) > 2:
                            yield text

    def pieces(self) -> Iterator[str]:
        """The prose cut into sentences, without the numbers that lines begin with: those are fields of their own, or the order of rows."""
        for paragraph in self.paragraphs:
            for line in paragraph.split("\n"):
                for sentence in re.split(r"(?<=[.:;])\s+(?=[A-Z(\"*])", line):
                    text = _NUMBER.sub("", normal(_DAY.sub("", sentence))).strip()
                    text = _NUMBER.sub("", text).strip()
                    if len(text) > 2 and not re.fullmatch(r"(?:JPY )?[\d,.]+(?: thousand| shares| yen)?", text):
                        yield text if _DAY.search(sentence) is None else _NUMBER.sub("", normal(sentence)).strip()

    def table_figures(self) -> Counter[str]:
        """The figures of the tables: digits as printed, without sign and separators, and how often."""
        return Counter(
            _digits(match[1] + (match[2] or ""))
            for row in self.rows
            for cell in row
            if (match := _FIGURE_CELL.fullmatch(cell)) is not None
        )

    def prose_figures(self) -> Counter[str]:
        """The figures quoted in prose."""
        return Counter(
            _digits(next(filter(None, match.groups())))
            for paragraph in self.paragraphs
            for match in _FIGURE_IN_PROSE.finditer(paragraph)
        )

    def days(self) -> set[str]:
        """Every date in the notice, as ISO 8601 has it."""
        text = "\n".join((*self.paragraphs, *(" ".join(row) for row in self.rows)))
        return {
            f"{int(year):04d}-{[m.lower() for m in MONTHS].index(month.lower()) + 1:02d}-{int(day):02d}"
            for month, day, year in _DAY.findall(text)
        }

    def months(self) -> set[str]:
        """Every month of a career."""
        return {
            f"{int(year):04d}-{[m[:3] for m in MONTHS].index(month[:3]) + 1:02d}"
            for row in self.rows
            for cell in row
            for month, year in _MONTH_YEAR.findall(_DAY.sub("", cell))
        }


def _digits(text: str) -> str:
    return str(Decimal(text.replace(",", "")).normalize().__format__("f"))


def take_apart(text: str) -> Original:
    """The notice from its text: blank lines part paragraphs, tabs part cells."""
    rows: list[tuple[str, ...]] = []
    paragraphs: list[str] = []
    for chunk in re.split(r"\n\s*\n", text.removesuffix("END\n")):
        lines = chunk.splitlines()
        prose: list[str] = []
        for line in lines:
            if "\t" in line:
                rows.append(tuple(cell.strip() for cell in line.split("\t")))
            elif line.strip().startswith("|") and "---" not in line:
                rows.append(tuple(cell.strip() for cell in line.strip("| ").split("|")))
            elif line.strip() and "---" not in line:
                prose.append(line.strip())
        if prose:
            paragraphs.append("\n".join(prose))
    return Original(tuple(paragraphs), tuple(rows))


def text_of(report: Report) -> str:
    """All text of the facts and their notes, in the order of the document."""
    pieces: list[str] = []
    for fact in report.facts:
        if fact.language is not None and fact.value is not None:
            pieces.append(xhtml.plain(fact.value) if fact.value.startswith(_MARKUP) else fact.value)
        pieces += [text for note in fact.notes for _, text in note.readings]
    return normal(" ".join(pieces))


def figures_of(report: Report) -> Counter[str]:
    """The numbers of the facts as they could be printed: in units, thousands, millions, billions, or per cent."""
    found: Counter[str] = Counter()
    for fact in report.facts:
        if fact.unit is not None and fact.value is not None:
            found.update(_printed(fact))
    return found


def _printed(fact: Fact) -> set[str]:
    assert fact.value is not None
    amount = abs(Decimal(fact.value))
    if fact.concept == fx("FiscalTermOrdinal"):
        return {_digits(str(amount))}
    return {_digits(format(amount.scaleb(shift), "f")) for shift in (0, -3, -6, -9, 2)}


def values_of(report: Report) -> set[str]:
    """The lexical forms of what is neither number nor text: dates and months among them."""
    return {
        fact.value for fact in report.facts if fact.value is not None and fact.unit is None and fact.language is None
    }
