"""The provisions that disclosures follow: as they stand at the taxonomy's date, and as they were in 2008.

A notice of 2008 cites the law of its day. Where a provision then had another number, both are recorded: the one of today,
by which items are found, and `Law.in_2008`, by which the old notice is read.
"""

from __future__ import annotations

from typing import Final

from filingexport.declaring import frozen


@frozen
class Law:
    """A provision a disclosure follows: ``Law("Companies Act", "298", "1")`` is article 298, paragraph 1.

    `name` is the law's English name, `article`, `paragraph` and `item` their numbers, "" where not cited.
    in_2008: what it was in June 2008, where that was another provision; None where it was the same, or none.
    """

    name: str
    article: str = ""
    paragraph: str = ""
    item: str = ""
    in_2008: Law | None = None


_ACT: Final = "Companies Act"
_ENFORCEMENT: Final = "Ordinance for Enforcement of the Companies Act"
_ACCOUNTING: Final = "Ordinance on Company Accounting"

_NUMBERED_ANEW: Final = {
    "73": "105", "88": "119", "96": "127", "98": "129", "100": "131", "101": "132", "102": "133", "103": "134",
    "104": "135", "105": "136", "106": "137", "107": "138", "108": "139", "112": "140", "113": "141", "114": "142",
    "116": "144", "126": "154", "127": "155", "128": "156", "129": "157", "131": "159",
    "120-3": "148.1",
}  # fmt: skip
"""Articles of the Ordinance on Company Accounting, with the article (and paragraph) they were until March 2009.

Ministry of Justice Ordinance No. 7 of 2009 numbered the ordinance anew: 31 less for the statements and their notes, 28
less from related parties on, because it put in notes on financial instruments, investment property and the equity method
(109 to 111). Where an article was divided or put in since, there is no number of 2008.
"""


def act(article: str, paragraph: str = "", number: str = "", *, in_2008: Law | None = None) -> Law:
    """An article of the Companies Act (会社法), whose articles have kept their numbers since 2006."""
    return Law(_ACT, article, paragraph, number, in_2008)


def enforcement(article: str, paragraph: str = "", number: str = "", *, in_2008: Law | None = None) -> Law:
    """An article of the Ordinance for Enforcement of the Companies Act (会社法施行規則)."""
    return Law(_ENFORCEMENT, article, paragraph, number, in_2008)


def accounting(article: str, paragraph: str = "", number: str = "", *, in_2008: Law | None = None) -> Law:
    """An article of the Ordinance on Company Accounting (会社計算規則), with its number of 2008 where that is known."""
    if in_2008 is None and article in _NUMBERED_ANEW:
        earlier, _, earlier_paragraph = _NUMBERED_ANEW[article].partition(".")
        in_2008 = Law(_ACCOUNTING, earlier, earlier_paragraph)
    return Law(_ACCOUNTING, article, paragraph, number, in_2008)


def accounting_ifrs(article: str, paragraph: str = "", number: str = "") -> Law:
    """An article of the Ordinance on Company Accounting for statements under IFRS, of which there were none in 2008."""
    return Law(_ACCOUNTING, article, paragraph, number)


def commercial_code(article: str, paragraph: str = "", number: str = "") -> Law:
    """An article of the Commercial Code (商法) as it stood before the Companies Act (until April 2006)."""
    return Law("Commercial Code", article, paragraph, number)


def in_2008(laws: tuple[Law, ...]) -> tuple[Law, ...]:
    """What these provisions were in 2008, of those that were another."""
    return tuple(dict.fromkeys(law.in_2008 for law in laws if law.in_2008 is not None))
