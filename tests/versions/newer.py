"""The newer of two small taxonomies: it differs from the older one in every way."""

from __future__ import annotations

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.item import Label, act
from filingexport.model.values import Amount, Tally, Words


class Kind(item.Choice):
    """A closed list."""

    BOARD = "board", "取締役会"
    AUDITORS = "auditors", "監査役"


@item.axis("Class of shares", "種類", default="COMMON")
class ShareClass(item.Axis):
    PREFERRED = Label("Preferred", "優先")
    COMMON = Label("Common", "普通")
    GOLDEN = Label("Golden", "黄金")


@item.part("Line", "行", prefix="Line")
@frozen(kw_only=True)
class Line:
    """A row."""

    name: Is[Words, item.words("Name", "名称")] = None


@item.part("Held", "保有", prefix="Held")
@frozen(kw_only=True)
class Held:
    """By class."""

    number: Is[Tally, item.count("Number held", "保有数")] = None


@item.part("Statement", "計算書", prefix="", role=True)
@frozen(kw_only=True)
class Statement:
    """The new one."""

    kind: Is[Kind | None, item.choice("Kind", "種別")] = None
    costs: Is[Amount, item.debit("Costs", "費用")] = None
    sales: Is[Amount, item.credit("Net sales", "売上高", ref=act("2"))] = None
    extra: Is[Amount, item.credit("Extra", "特別損失")] = None
    staff: Is[Tally, item.count("Staff", "人員", instant=True)] = None
    orders: Is[Words, item.words("Orders", "受注")] = None
    tax: Is[Amount, item.debit("Tax", "税金")] = None
    profit: Is[Amount, item.credit("Profit", "利益", total=("sales", "extra", "tax"))] = None
    common: Is[Held | None, item.member(ShareClass.COMMON)] = None
    held: Held | None = None
    lines: Is[tuple[Line, ...], item.rows("Lines", "行")] = ()
