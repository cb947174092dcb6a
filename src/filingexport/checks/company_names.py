"""Names of companies: those in fields that hold them, and those that texts mention with their legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define

from filingexport.checks.context import Context
from filingexport.checks.memory import remembered
from filingexport.checks.once import once
from filingexport.checks.spelling import letters
from filingexport.checks.texts import mentions, where
from filingexport.model.meaning import NameOf

_FORM: Final = re.compile(
    r"(?:\bCo\.?,\s*L(?:td|TD)\b\.?|\bCo\.?\s+L(?:td|TD)\b\.?|\bInc\b\.?|\bIncorporated\b|\bCorporation\b|\bCorp\b\.?|"
    r"\bCompany,?\s+Limited\b|\bCompany\b|\bLimited\b|\bL(?:td|TD)\b\.?|\bLLC\b|\bLLP\b|\bK\.K\.|\bGmbH\b|\bCo\.)"
)
_JAPANESE_FORM: Final = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社|㈱|㈲|（株）|\(株\)")
_GOES_ON: Final = re.compile(r"(?<=[a-z])\s+[A-Z][a-z]")
"""What follows a word that is no legal form here: the Company *Auditors*, the Corporation *Law*."""
_FORMS: Final = {
    "coltd": "Co., Ltd.", "inc": "Inc.", "incorporated": "Inc.", "corporation": "Corporation", "corp": "Corporation",
    "companylimited": "Co., Ltd.", "company": "Company", "limited": "Ltd.", "ltd": "Ltd.", "llc": "LLC", "llp": "LLP",
    "kk": "K.K.", "gmbh": "GmbH", "co": "Co.",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\s,;:()（）\[\]“”\"‘]+,?")
_LINKS: Final = frozenset({"of", "and", "&", "for", "de", "the"})
_TITLES: Final = frozenset(
    {
        "advisor", "adviser", "auditor", "chairman", "chairperson", "chief", "counselor", "currently", "director",
        "employee", "established", "executive", "head", "joined", "manager", "member", "nominee", "officer", "partner",
        "president", "representative", "retired", "senior", "vice",
    }
)  # fmt: skip


@define(eq=False)
class CompanyName:
    """A company's name as it is written somewhere.

    key: its letters without the legal form. form: the legal form, "" for none. punctuation is in `written` only.
    language, path: where it stands. table: that of the row, "" in a text. marked: in a field for names of companies.
    """

    key: str
    form: str
    written: str
    language: str
    path: str
    table: str
    marked: bool


@remembered
def parted(name: str) -> tuple[str, str]:
    """The name without its legal form, and the form in its usual writing."""
    if _JAPANESE_FORM.search(name):
        forms = _JAPANESE_FORM.findall(name)
        return _JAPANESE_FORM.sub("", name).strip(), forms[0]
    match = None
    for match in _FORM.finditer(name):  # noqa: B007  the last is wanted
        pass
    if match is None or name[match.end() :].strip(" .)") or not name[: match.start()].strip(" ,"):
        return name, ""
    return name[: match.start()].strip(" ,&"), _FORMS.get(letters(match[0]), match[0])


def without_aside(name: str) -> str:
    """A name without what stands in brackets behind it."""
    whole = name.rstrip()
    if not whole.endswith((")", "）")):
        return name
    after = max(whole.rfind(")", 0, -1), whole.rfind("）", 0, -1)) + 1
    opening = [at for mark in "(（" if (at := whole.find(mark, after)) >= 0]
    return whole[: min(opening)].rstrip() if opening else name


@remembered
def company_key(name: str) -> str:
    """One key for a company's name, whatever its form, punctuation and spaces."""
    base, _ = parted(without_aside(name))
    return letters(re.sub(r"^the\s+", "", base, flags=re.IGNORECASE))


_HINTS: Final = ("Co", "Inc", "Ltd", "LTD", "Limited", "LLC", "LLP", "K.K.", "GmbH")


@remembered
def in_text(text: str) -> tuple[tuple[int, int, str], ...]:
    """The names with a legal form that an English text mentions: begin, end, name."""
    return tuple(_mentioned(text)) if mentions(text, _HINTS) else ()


def _mentioned(text: str) -> Iterator[tuple[int, int, str]]:
    last = 0
    for match in _FORM.finditer(text):
        begin = _begin(text, last, match.start()) if not _GOES_ON.match(text, match.end()) else None
        if begin is not None:
            yield begin, match.end(), text[begin : match.end()]
        last = match.end()


def _begin(text: str, last: int, end: int) -> int | None:
    """Where the name begins that ends with a legal form at `end`: back through capitalised words."""
    words = list(_WORD.finditer(text, max(last, end - 90), end))
    begin: int | None = None
    following = end
    for word in reversed(words):
        said = word[0].rstrip(",")
        between = text[word.end() : following]
        if between.strip() or "\n" in between:
            break
        if word[0].endswith(",") and begin is not None:
            break
        if said.lower() in _TITLES or said.lower().rstrip("s") in _TITLES:
            break
        if said in _LINKS:
            if begin is None:
                break
            following = word.start()
            continue
        if not (said[:1].isupper() or said[:1].isdigit()) or said.endswith(("'s", "’s")):
            break
        begin = following = word.start()
    if begin is None or text[begin:end].strip() in ("The", "Any", "Each", "This", "Our", "Parent", "Holding"):
        return None
    return begin


@once
def company_names(context: Context) -> list[CompanyName]:
    """Every mention of a company, in the order of the document."""
    found: list[CompanyName] = []
    marked: set[tuple[str, str]] = set()
    for name in context.names:
        if name.kind is not NameOf.PERSON:
            _, form = parted(name.text)
            head, _, _ = name.path.rpartition(".")
            rows, _, number = head.rpartition(".")
            table = rows if number.isdigit() else head
            found.append(CompanyName(company_key(name.text), form, name.text, name.language, name.path, table, True))
            marked.add((name.path, name.language))
    for passage, mentioned in where(context, "en", _told):
        if not passage.nothing and (passage.path, passage.language) not in marked:
            found += [
                CompanyName(key, form, written, "en", passage.path, "", False) for key, form, written in mentioned
            ]
    return found


@remembered
def _told(text: str) -> tuple[tuple[str, str, str], ...]:
    """The key, form and writing of each name that a text mentions."""
    return tuple((key, parted(written)[1], written) for _, _, written in in_text(text) if (key := company_key(written)))
