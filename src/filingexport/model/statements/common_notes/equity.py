"""Notes: shares by class, dividends, figures a share (株式の数、配当、１株当たり情報)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Becomes, Measure, forward
from filingexport.model.part import Part
from filingexport.model.statements.dividends import Dividend
from filingexport.model.values import Amount, Prose, Quantity, Text, Words


@item.part(
    "Movement of a class of shares", "株式の種類別の増減", prefix="ShareMovement",
    ref=(item.accounting("105"), item.accounting("106")),
)  # fmt: skip
@frozen(kw_only=True)
class ShareMovement(Part):
    """Shares of one class at the beginning, their increase and decrease, and at the end."""

    share_class: Is[Text, item.words("Class of the shares that moved", "増減のあった株式の種類")]
    opening: Is[
        Quantity,
        item.shares("Number of shares at the beginning of the year", "当期首の株式数", doc="As the notes print it."),
    ] = None
    increase: Is[Quantity, item.shares("Increase in the number of shares", "株式数の増加")] = None
    decrease: Is[Quantity, item.shares("Decrease in the number of shares", "株式数の減少", doc="Without a sign.")] = (
        None
    )
    closing: Is[
        Quantity,
        item.shares("Number of shares at the end of the year", "当期末の株式数", instant=True),
        forward("opening", "increase", minus=("decrease",)),
    ] = None


@item.part("Shares under rights of one kind", "新株予約権の目的となる株式", prefix="SharesUnderRights", instant=True)
@frozen(kw_only=True)
class SharesUnderRights(Part):
    """Shares under one grant or class of stock acquisition rights that can be exercised."""

    name: Is[Words, item.words("Stock acquisition rights", "新株予約権の内訳")] = None
    share_class: Is[Words, item.words("Class of the shares under the rights", "目的となる株式の種類")] = None
    shares: Is[Quantity, item.shares("Number of shares under the rights noted", "目的となる株式の数（注記）")] = None


@item.part(
    "Shares and dividends", "株主資本等変動計算書に関する注記（種類別）",
    ref=(item.accounting("105"), item.accounting("106")),
)  # fmt: skip
@frozen(kw_only=True)
class EquityNote(Part):
    """Shares issued and held by class, dividends, shares under rights (articles 105 and 106)."""

    title: Is[Words, item.words("Heading of the note on shares and dividends", "株式及び配当に関する注記の見出し")] = (
        None
    )
    issued: Is[
        tuple[ShareMovement, ...], item.rows("Shares issued by class", "種類別の発行済株式", name="SharesIssuedByClass")
    ] = ()
    treasury: Is[
        tuple[ShareMovement, ...],
        item.rows("Treasury shares by class", "種類別の自己株式", name="TreasurySharesByClass"),
    ] = ()
    movements_reason: Is[Prose, item.prose("Reasons of the increases and decreases", "株式数の増減の事由")] = None
    dividends_paid: Is[
        tuple[Dividend, ...],
        item.rows("Dividends paid in the year", "当期に支払った配当", name="EquityNoteDividendsPaid"),
    ] = ()
    dividends_declared: Is[
        tuple[Dividend, ...],
        item.rows(
            "Dividends effective after the year", "効力発生日が翌期となる配当", name="EquityNoteDividendsDeclared"
        ),
        Becomes("dividends_paid"),
    ] = ()
    under_rights: Is[
        tuple[SharesUnderRights, ...],
        item.rows("Shares under stock acquisition rights", "新株予約権の目的となる株式", name="SharesUnderRights"),
    ] = ()
    notes: Is[Prose, item.prose("Notes to the shares and dividends", "株式及び配当の注")] = None


@item.part("Figures per share", "１株当たり情報に関する注記（詳細）", ref=item.accounting("113"))
@frozen(kw_only=True)
class PerShareNote(Part):
    """Equity and earnings a share with what they are computed from (Ordinance on Company Accounting, article 113)."""

    title: Is[Words, item.words("Heading of the figures per share", "１株当たり情報の見出し")] = None
    equity: Is[
        Amount,
        item.per_share("Equity per share noted", "１株当たり純資産額（注記）", instant=True),
        Measure.EQUITY_PER_SHARE,
    ] = None
    basic_earnings: Is[
        Amount,
        item.per_share("Basic earnings per share noted", "１株当たり当期純利益（注記）", doc="Losses are negative."),
        Measure.EARNINGS_PER_SHARE,
    ] = None
    diluted_earnings: Is[
        Amount, item.per_share("Diluted earnings per share noted", "潜在株式調整後１株当たり当期純利益（注記）")
    ] = None
    profit: Is[Amount, item.credit("Profit attributable to common shareholders", "普通株主に帰属する当期純利益")] = None
    preferred_dividends: Is[
        Amount, item.debit("Profit not attributable to common shareholders", "普通株主に帰属しない金額")
    ] = None
    average_shares: Is[Quantity, item.shares("Average number of shares in the year", "普通株式の期中平均株式数")] = None
    dilutive_shares: Is[Quantity, item.shares("Increase in shares by dilution", "普通株式増加数")] = None
    shares_at_end: Is[
        Quantity,
        item.shares(
            "Number of shares that equity per share is computed on",
            "１株当たり純資産額の算定に用いた株式数",
            instant=True,
        ),
    ] = None
    trust_shares_deducted: Is[
        Quantity,
        item.shares("Shares in a trust deducted at the end of the year", "控除した信託保有株式数", instant=True),
    ] = None
    notes: Is[Prose, item.prose("Notes to the figures per share", "１株当たり情報の注")] = None
