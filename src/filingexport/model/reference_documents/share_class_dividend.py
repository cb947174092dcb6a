"""Dividends by class of shares, and movements of surplus, capital and reserves, as proposals tell them."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text, Words


@item.part(
    "Dividend of a class of shares", "種類株式ごとの配当", prefix="ClassDividend",
    ref=(item.act("454", "1"), item.act("454", "2")),
)  # fmt: skip
@frozen(kw_only=True)
class ClassDividend(Part):
    """What is proposed for one class of shares: a share, and in total (Companies Act, article 454, paragraph 2)."""

    share_class: Is[Text, item.words("Class of shares that a dividend is on", "配当の対象となる株式の種類")]
    per_share: Is[Amount, item.per_share("Proposed dividend per share of the class", "種類ごとの１株当たり配当額")] = (
        None
    )
    ordinary_per_share: Is[Amount, item.per_share("Ordinary dividend per share of the class", "うち普通配当")] = None
    extra_per_share: Is[
        Amount, item.per_share("Special or commemorative dividend per share of the class", "うち特別配当・記念配当")
    ] = None
    total: Is[Amount, item.credit("Proposed dividends on the class", "種類ごとの配当総額")] = None


CLASS_DIVIDENDS = item.rows("Dividends by class of shares", "種類株式ごとの配当", name="ClassDividends")
"""The one table of dividends by class, wherever a dividend is proposed."""


@item.part(
    "Movement of surplus or reserves", "剰余金又は準備金の増減", prefix="SurplusMovement",
    ref=(item.act("447"), item.act("448"), item.act("452")),
)  # fmt: skip
@frozen(kw_only=True)
class SurplusMovement(Part):
    """One account that a proposal increases or decreases (Companies Act, articles 447, 448, 450 to 452)."""

    account: Is[Text, item.words("Account of the movement", "増減する科目")]
    increases: Is[bool | None, item.flag("The account increases", "増加する科目")] = None
    amount: Is[Amount, item.money("Amount of the movement", "増減額", doc="Without a sign.")] = None
    remarks: Is[Words, item.words("Remark on the movement", "増減の摘要")] = None


SURPLUS_MOVEMENTS = item.rows("Movements of surplus and reserves", "剰余金及び準備金の増減", name="SurplusMovements")
"""The one table of such movements, wherever they are proposed."""
