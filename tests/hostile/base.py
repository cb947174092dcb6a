"""A small filing in every format that is read: what hostile files are made of."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import cache

import attrs

from filingexport import Filing, documents, extension_files, load
from filingexport.authoring.dump import to_trees
from filingexport.authoring.workbook import writer
from filingexport.authoring.yaml_tree import emit
from filingexport.binding.to_facts import to_facts
from filingexport.drafting.document import Document, Line
from filingexport.drafting.readers import markdown
from filingexport.formats import archive, registry
from filingexport.making import Order, files_of
from filingexport.model.extension import Extension, ExtensionItem, Signs
from filingexport.model.notice import Notice
from filingexport.model.values import Text
from tests.conftest import ROOT
from tests.drafts import as_docx

Files = dict[str, bytes]
TEXT = "株主各位"
"""A text that stands once in the filing, in every format."""
COUNT = "12000"
"""A number that does."""
DAY = "2026-06-10"
"""A day that does."""
READERS = ("xbrl", "ixbrl", "json", "csv", "package", "yaml", "xlsx")
DRAFTS = ("docx", "html", "md", "txt")
"""Texts that `draft` reads."""
ALL = (*READERS, "extension", *DRAFTS)
NOTICE = """# 株主各位

第10期定時株主総会招集ご通知

株式会社北浜商会

## 事業報告

(1) 事業の経過及びその成果

売上高は、12,000百万円となりました。

## 貸借対照表

| 科目 | 金額 |
| --- | ---: |
| 現金及び預金 | 12,000 |
| 流動資産合計 | 12,000 |
"""
"""A text in Markdown, which is also what the others say."""


@cache
def filing() -> Filing:
    whole = load(ROOT / "samples" / "kitahama-2026")
    return Filing(
        company=whole.company,
        fiscal_year_start=whole.fiscal_year_start,
        fiscal_year_end=whole.fiscal_year_end,
        fiscal_term=whole.fiscal_term,
        notice=whole.notice,
    )


@cache
def least() -> Filing:
    """A filing of a few values of each kind, for what reads it a great many times: a day, texts, a figure and a row."""
    whole = filing()
    notice = whole.notice
    assert notice is not None
    few = Notice(
        notice_date=notice.notice_date, title=notice.title, meeting=notice.meeting, proposals=notice.proposals[:1]
    )
    return attrs.evolve(whole, notice=few)


def extension() -> Extension:
    """An extension with one of each that one may declare."""
    item = ExtensionItem(
        name="Deposits", label=Text(en="Deposits", ja="預け金"), kind="money", balance="debit", instant=True,
        part="CurrentAssets", after="cash_and_deposits", total="total", weight=1, narrower_than="CashAndDeposits",
    )  # fmt: skip
    other = attrs.evolve(
        item, name="Heading", kind="heading", balance=None, instant=False, total="", weight=0, narrower_than="",
        after="Deposits",
    )  # fmt: skip
    below = attrs.evolve(item, name="Below", heading="Heading", after="", total="", weight=0, negated=True)
    line = attrs.evolve(other, name="Line", kind="money", part="ChangesInNetAssets", after="opening")
    return Extension(
        prefix="own", namespace="http://example.com/xbrl", date=date(2026, 3, 31),
        items=(
            item, other, below, line, attrs.evolve(line, name="Column", kind="member", after="general_reserve"),
            attrs.evolve(other, name="Sites", kind="table", part="Operations", after=""),
            attrs.evolve(other, name="Site", kind="words", part="Operations", heading="Sites", after=""),
        ),
        signs=(Signs(part="ChangesInNetAssets", fields=("dividends_from_surplus",)),),
    )  # fmt: skip


@cache
def _made(reader: str, small: bool) -> tuple[tuple[str, bytes], ...]:
    held = least() if small else filing()
    match reader:
        case "extension":
            extended = attrs.evolve(held, extension=extension())
            beside = {f"taxonomy/{name}": data for name, data in extension_files(extended).items()}
            files = documents(extended, ["xbrl"], "notice") | beside
        case "md" | "txt":
            files = {f"notice.{reader}": NOTICE.encode()}
        case "html" | "docx":
            document = markdown.read(NOTICE.encode(), "notice.md")
            files = {f"notice.{reader}": as_page(document) if reader == "html" else as_docx(document, bare=small)}
        case "yaml":
            files = {name: emit(tree) for name, tree in to_trees(held).items()}
        case "xlsx":
            files = {
                "notice.xlsx": writer.of_filing(
                    held, leaves_out=lambda path, entry: path[0] not in ("company", "notice"), every=not small
                )
            }
        case "package":
            order = Order(registry.named("xbr"), "xbrl", "notice.xbr", referred=True)
            files = files_of(order, held, to_facts(held), "notice")
        case _:
            files = documents(held, [reader], "notice")
    return tuple(files.items())


def as_page(document: Document) -> bytes:
    """A document's lines and tables as a page."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Line):
            tag = f"h{block.level}" if block.level else "p"
            lines.append(f"<{tag}>{block.text}</{tag}>")
        else:
            rows = ("".join(f"<td>{cell.text}</td>" for cell in row) for row in block.rows)
            lines.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    head = '<head><meta charset="UTF-8"></head>'
    return f"<!DOCTYPE html><html>{head}<body>{''.join(lines)}</body></html>".encode()


def made(reader: str, small: bool = False) -> Files:
    """The filing, or the least one, as this reader takes it: name to content, what is opened first."""
    return dict(_made(reader, small))


@cache
def own() -> tuple[tuple[str, bytes], ...]:
    """An instance with an extension beside it."""
    whole = load(ROOT / "samples" / "kitahama-2026")
    beside = {f"taxonomy/{name}": data for name, data in extension_files(whole).items()}
    return (*documents(whole, ["xbrl"], "notice").items(), *beside.items())


def into(text: str, more: str) -> str:
    """Something put in at the end of the root element."""
    at = text.rindex("</")
    return text[:at] + more + text[at:]


def on_root(text: str, more: str) -> str:
    """An attribute put on the root element."""
    return re.sub(r"(<[A-Za-z_][\w:.-]*)(?=[\s>])", lambda found: f"{found[1]} {more}", text, count=1)


def swapped(files: Files, name: str, old: str | bytes, new: str | bytes, count: int = 1) -> Files:
    """The same with something in one of the files replaced, which must be in it."""
    before, after = (each.encode() if isinstance(each, str) else each for each in (old, new))
    assert before in files[name], f"{before!r} is not in {name}"
    return {**files, name: files[name].replace(before, after, count)}


def inside(data: bytes) -> Files:
    """What an archive of ours holds."""
    return archive.files(data, "archive")


PLACED = {"{secret}": "/none", "{port}": "1"}
"""What stands for the path of a file that must not be opened and for a port that is listened on, and what they are."""


def filled(data: bytes) -> bytes:
    """The same with path and port filled in."""
    for mark, value in PLACED.items():
        if mark.encode() in data:
            data = data.replace(mark.encode(), value.encode())
    return data


def repacked(data: bytes, changes: Files) -> bytes:
    """The archive with these files in place of its own, or beside them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made_anew:  # stored: packing would take longer than reading
        for name, each in {**inside(data), **changes}.items():
            made_anew.writestr(zipfile.ZipInfo(name), filled(each) if name in changes else each)
    return buffer.getvalue()
