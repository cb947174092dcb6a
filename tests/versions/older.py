"""The older of two small taxonomies."""

from __future__ import annotations

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.item import Label, act
from filingexport.model.values import Amount, Tally, Words


class Kind(item.Choice):
    """A closed list."""

    BOARD = "board", "取締役会"
    COMMITTEE = "committee", "委員会"


@item.axis("Class", "種類", default="COMMON")
class ShareClass(item.Axis):
    COMMON = Label("Common", "普通")
    PREFERRED = Label("Preferred", "優先")
    DEFERRED = Label("Deferred", "後配")


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
    """The old one."""

    kind: Is[Kind | None, item.choice("Kind", "種別")] = None
    sales: Is[Amount, item.credit("Sales", "売上高", ref=act("1"))] = None
    costs: Is[Amount, item.debit("Costs", "費用")] = None
    extra: Is[Amount, item.debit("Extra", "特別損失")] = None
    staff: Is[Tally, item.count("Staff", "人員")] = None
    orders: Is[Amount, item.money("Orders", "受注")] = None
    gone: Is[Words, item.words("Gone", "廃止")] = None
    profit: Is[Amount, item.credit("Profit", "利益", total=("sales", "costs", "extra"))] = None
    common: Is[Held | None, item.member(ShareClass.COMMON)] = None
    lines: Is[tuple[Line, ...], item.rows("Lines", "行")] = ()
