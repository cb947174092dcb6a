"""What changed as one page that a reviewer signs off: HTML that needs no other file, no network and no script."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import groupby
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from filingexport.comparing.compare import KINDS, Change
from filingexport.comparing.compared import Compared
from filingexport.comparing.edits import Effort
from filingexport.comparing.outputs.marked import Shown, shown, visible
from filingexport.content_policy import digest
from filingexport.declaring import frozen
from filingexport.said import Language, Said

_WORDS: Final = {
    "title": Said("What changed", "変更箇所一覧"),
    "old": Said("Old", "旧"),
    "new": Said("New", "新"),
    "year": Said("Fiscal year", "事業年度"),
    "digest": Said("Content (SHA-256)", "内容（SHA-256）"),
    "given": Said("Document", "対象"),
    "clean": Said("Both say the same.", "両者に相違はありません。"),
    "reviewed": Said("Reviewed", "確認済"),
    "by": Said("Difference", "差額"),
    "whole": Said("The filing", "書類全体"),
    "sign": Said("Sign-off", "確認"),
    "name": Said("Name", "氏名"),
    "date": Said("Date", "日付"),
    "signature": Said("Signature", "署名・捺印"),
    "remarks": Said("Remarks", "所見"),
    "statement": Said(
        "I have reviewed the changes that are ticked; the others are open.",
        "印を付けた変更箇所を確認しました。印のない箇所は未了です。",
    ),
    "ticked": Said("Changes reviewed:", "確認済の変更："),
    "not_said": Said("not there", "なし"),
}
_KEEP: Final = 160
"""Characters that are shown to either side of a change."""


@frozen
class _Item:
    """A change as the page shows it."""

    number: int
    change: Change
    label: tuple[str, ...]
    differences: list[Shown]


@frozen
class _Chapter:
    """The changes of one chapter."""

    title: str
    items: list[_Item]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("filingexport.comparing.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _chapters(found: Compared, language: Language) -> list[_Chapter]:
    chapters = []
    effort = Effort()
    number = 0
    for labels, changes in groupby(found.changes, key=lambda each: each.chapter):
        items = []
        for each in changes:
            number += 1
            label = tuple(visible(said.get(language)) for said in each.label)
            items.append(_Item(number, each, label, shown(each, language, _KEEP, effort)))
        title = " › ".join(visible(each.get(language)) for each in labels)
        chapters.append(_Chapter(title or _WORDS["whole"].get(language), items))
    return chapters


def text(found: Compared, language: Language) -> str:
    """The page."""
    style = (resources.files("filingexport.comparing.outputs") / "templates" / "changes.css").read_text("utf-8")
    return _environment().get_template("changes.html").render(
        language=language,
        found=found,
        chapters=_chapters(found, language),
        sides=[("old", found.old), ("new", found.new)],
        visible=visible,
        words={name: said.get(language) for name, said in _WORDS.items()},
        kinds={name: said.get(language) for name, said in KINDS.items()},
        style=Markup(style),  # noqa: S704  # our own file
        policy=f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'",
    ) + "\n"  # fmt: skip
