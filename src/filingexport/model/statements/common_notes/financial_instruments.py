"""Notes: financial instruments and investment property (金融商品、賃貸等不動産)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import adds
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text, Words


class FairValueSide(item.Choice):
    """Whether a financial instrument is an asset, a liability or a derivative shown net."""

    ASSET = "asset", "資産"
    LIABILITY = "liability", "負債"
    DERIVATIVE = "derivative", "デリバティブ取引"


@item.part(
    "Fair value of a financial instrument", "金融商品の時価", prefix="FairValue", instant=True,
    ref=item.accounting("109", "1", "2"),
)  # fmt: skip
@frozen(kw_only=True)
class FairValue(Part):
    """One line: what the balance sheet has, the fair value, the difference, and the fair value by level.

    Liabilities and net derivatives have the sign that is printed.
    """

    name: Is[Text, item.words("Financial instrument", "金融商品の科目")]
    side: Is[FairValueSide | None, item.choice("Side of the financial instrument", "資産・負債の別")] = None
    is_total: Is[bool | None, item.flag("Total of financial instruments", "合計の行")] = None
    carrying_amount: Is[Amount, item.money("Carrying amount", "貸借対照表計上額")] = None
    fair_value: Is[Amount, item.money("Fair value", "時価")] = None
    difference: Is[
        Amount,
        item.money("Difference of fair value and carrying amount", "時価と計上額との差額"),
        adds("fair_value", minus=("carrying_amount",)),
    ] = None
    level_1: Is[Amount, item.money("Fair value of level 1", "レベル１の時価", ref=item.accounting("109", "1", "3"))] = (
        None
    )
    level_2: Is[Amount, item.money("Fair value of level 2", "レベル２の時価", ref=item.accounting("109", "1", "3"))] = (
        None
    )
    level_3: Is[Amount, item.money("Fair value of level 3", "レベル３の時価", ref=item.accounting("109", "1", "3"))] = (
        None
    )
    at_fair_value: Is[
        bool | None,
        item.flag(
            "Carried at fair value in the balance sheet",
            "時価をもって貸借対照表計上額とする金融商品",
            doc="Levels are told apart for what is carried at fair value and what is not.",
        ),
    ] = None


@item.part("Equity without a market price", "市場価格のない株式等", prefix="UnquotedEquity", instant=True)
@frozen(kw_only=True)
class UnquotedEquity(Part):
    """Shares without a market price and investments in partnerships, which have no fair value in the table."""

    name: Is[Text, item.words("Equity without a market price", "市場価格のない株式等の区分")]
    carrying_amount: Is[
        Amount, item.debit("Carrying amount of equity without a market price", "市場価格のない株式等の計上額")
    ] = None


@item.part("Financial instruments", "金融商品に関する注記", ref=item.accounting("109"))
@frozen(kw_only=True)
class FinancialInstrumentsNote(Part):
    """Policy, risks and fair values of financial instruments (Ordinance on Company Accounting, article 109)."""

    title: Is[Words, item.words("Heading of the note on financial instruments", "金融商品に関する注記の見出し")] = None
    status: Is[
        Prose,
        item.prose(
            "Status of financial instruments", "金融商品の状況に関する事項", ref=item.accounting("109", "1", "1")
        ),
    ] = None
    fair_values_introduction: Is[
        Prose, item.prose("Introduction of the fair values", "金融商品の時価等に関する事項の前文")
    ] = None
    fair_values: Is[
        tuple[FairValue, ...], item.rows("Fair values of financial instruments", "金融商品の時価", name="FairValues")
    ] = ()
    unquoted: Is[
        tuple[UnquotedEquity, ...],
        item.rows("Equity without market prices", "市場価格のない株式等", name="UnquotedEquities"),
    ] = ()
    techniques: Is[
        Prose,
        item.prose(
            "Valuation techniques and inputs",
            "時価の算定に用いた評価技法及びインプットの説明",
            ref=item.accounting("109", "1", "3"),
        ),
    ] = None
    notes: Is[Prose, item.prose("Notes to the financial instruments", "金融商品の注")] = None


@item.part("Investment property of one kind", "賃貸等不動産の区分", prefix="InvestmentProperty", instant=True)
@frozen(kw_only=True)
class InvestmentProperty(Part):
    """Investment property of one use or place: carrying amount, change in the year, fair value."""

    name: Is[Words, item.words("Investment property", "賃貸等不動産の区分")] = None
    carrying_amount: Is[Amount, item.debit("Carrying amount of investment property", "賃貸等不動産の計上額")] = None
    change: Is[
        Amount, item.debit("Change in investment property in the year", "賃貸等不動産の期中増減額", instant=False)
    ] = None
    fair_value: Is[Amount, item.debit("Fair value of investment property", "賃貸等不動産の時価")] = None
    income: Is[Amount, item.credit("Income from investment property", "賃貸等不動産に係る損益", instant=False)] = None


@item.part("Investment property", "賃貸等不動産に関する注記", ref=item.accounting("110"))
@frozen(kw_only=True)
class InvestmentPropertyNote(Part):
    """Investment property and its fair value (Ordinance on Company Accounting, article 110)."""

    title: Is[Words, item.words("Heading of the note on investment property", "賃貸等不動産に関する注記の見出し")] = (
        None
    )
    status: Is[
        Prose,
        item.prose(
            "Status of investment property", "賃貸等不動産の状況に関する事項", ref=item.accounting("110", "1", "1")
        ),
    ] = None
    properties: Is[
        tuple[InvestmentProperty, ...],
        item.rows("Investment property by kind", "賃貸等不動産の区分別", name="InvestmentProperties"),
    ] = ()
    valuation: Is[
        Prose,
        item.prose(
            "Fair value of investment property as told",
            "賃貸等不動産の時価に関する事項",
            ref=item.accounting("110", "1", "2"),
        ),
    ] = None
