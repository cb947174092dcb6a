"""Consolidated statement of equity under US GAAP (連結株主資本等変動計算書): components by movements."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Also, Becomes, Cells, Measure, across, forward
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Text


@item.axis("Component of equity (US GAAP)", "資本の構成要素（米国基準）")
class UsGaapEquityComponent(item.Axis):
    """The columns of the statement; the total of equity goes without a member."""

    COMMON_STOCK = item.Label("Common stock", "資本金")
    ADDITIONAL_PAID_IN_CAPITAL = item.Label("Additional paid-in capital", "資本剰余金")
    LEGAL_RESERVE = item.Label("Legal reserve", "利益準備金")
    RETAINED_EARNINGS = item.Label("Retained earnings (accumulated deficit)", "利益剰余金（累積欠損）")
    ACCUMULATED_OTHER_COMPREHENSIVE_INCOME = item.Label(
        "Accumulated other comprehensive income", "その他の包括利益累計額"
    )
    TREASURY_STOCK = item.Label("Treasury stock", "自己株式")
    SHAREHOLDERS_EQUITY = item.Label("Shareholders' equity of the company", "株主資本")
    NONCONTROLLING_INTERESTS = item.Label("Noncontrolling interests", "非支配持分")


@item.part("Amounts by component of equity (US GAAP)", "資本の構成要素ごとの金額（米国基準）")
@frozen(kw_only=True)
class UsGaapEquityComponents(Part):
    """One line of the statement."""

    common_stock: Is[Amount, item.column(UsGaapEquityComponent.COMMON_STOCK), Measure.CAPITAL_STOCK] = None
    additional_paid_in_capital: Is[
        Amount, item.column(UsGaapEquityComponent.ADDITIONAL_PAID_IN_CAPITAL), Measure.CAPITAL_SURPLUS
    ] = None
    legal_reserve: Is[Amount, item.column(UsGaapEquityComponent.LEGAL_RESERVE), Measure.LEGAL_RETAINED_EARNINGS] = None
    retained_earnings: Is[Amount, item.column(UsGaapEquityComponent.RETAINED_EARNINGS), Measure.RETAINED_EARNINGS] = (
        None
    )
    accumulated_other_comprehensive_income: Is[
        Amount,
        item.column(UsGaapEquityComponent.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
    ] = None
    treasury_stock: Is[Amount, item.column(UsGaapEquityComponent.TREASURY_STOCK), Measure.TREASURY_STOCK] = None
    shareholders_equity: Is[
        Amount,
        item.column(UsGaapEquityComponent.SHAREHOLDERS_EQUITY),
        Measure.EQUITY,
        across(
            "common_stock",
            "additional_paid_in_capital",
            "legal_reserve",
            "retained_earnings",
            "accumulated_other_comprehensive_income",
            "treasury_stock",
        ),
    ] = None
    noncontrolling_interests: Is[
        Amount, item.column(UsGaapEquityComponent.NONCONTROLLING_INTERESTS), Measure.NON_CONTROLLING_INTERESTS
    ] = None
    total: Is[
        Amount,
        item.column(None),
        Measure.NET_ASSETS,
        Also(Measure.EQUITY, ("shareholders_equity", "noncontrolling_interests")),
        across("shareholders_equity", "noncontrolling_interests"),
    ] = None


_SHARES = item.shares(
    "Shares of common stock outstanding", "発行済普通株式数", name="SharesOutstandingBalance", instant=True
)


@item.part("Shares of common stock outstanding at the beginning", "期首の発行済普通株式数", prefix="")
@frozen(kw_only=True)
class UsGaapOpeningShares(Part):
    """Shares outstanding when the fiscal year began."""

    shares: Is[Quantity, _SHARES] = None


@item.part("Shares of common stock outstanding", "発行済普通株式数の変動", prefix="")
@frozen(kw_only=True)
class UsGaapSharesOutstanding(Part):
    """The column of shares: opening, issued, closing."""

    opening: Is[UsGaapOpeningShares | None, item.At.OPENING] = None
    issued: Is[
        Quantity,
        item.shares("Shares of common stock issued", "発行した普通株式数", name="SharesIssuedInThePeriod"),
        Measure.SHARES_ISSUED_IN_THE_YEAR,
    ] = None
    closing: Is[Quantity, _SHARES, forward("opening.shares", "issued")] = None


_BALANCE = item.credit(
    "Balance of equity (US GAAP)", "資本の残高（米国基準）", name="BalanceOfEquityUSGAAP", instant=True
)


@item.part(
    "Consolidated statement of equity (US GAAP)",
    "連結株主資本等変動計算書（米国基準）",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)
@frozen(kw_only=True)
class UsGaapChangesInEquity(Part):
    """Consolidated statement of equity under US GAAP (Companies Act, article 444)."""

    title: Is[
        Text | None,
        item.words("Title of the consolidated statement of shareholders' equity", "連結株主資本等変動計算書の表題"),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Period of the consolidated statement of shareholders' equity as printed",
            "連結株主資本等変動計算書の期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit as printed in the consolidated statement of shareholders' equity",
            "連結株主資本等変動計算書の単位の記載",
        ),
    ] = None
    shares_outstanding: UsGaapSharesOutstanding | None = None
    opening: Is[UsGaapEquityComponents | None, item.At.OPENING, _BALANCE] = None
    opening_caption: Is[
        Text | None, item.words("Caption of the opening balance of shareholders' equity", "株主資本の期首残高の表示")
    ] = None
    cumulative_effect: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Cumulative effect of accounting changes (US GAAP)",
            "会計基準変更による累積影響額（米国基準）",
            name="CumulativeEffectOfAccountingChangesUSGAAP",
        ),
    ] = None
    net_income: Is[
        UsGaapEquityComponents | None,
        item.credit("Net income (change in equity)", "当期純利益（資本の変動）", name="NetIncomeInEquity"),
        Cells(retained_earnings=Measure.NET_INCOME, shareholders_equity=Measure.NET_INCOME, total=Measure.PROFIT),
    ] = None
    other_comprehensive_income: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Other comprehensive income (loss), net of tax",
            "その他の包括利益（損失）（税効果後）",
            name="OtherComprehensiveIncomeLossNetOfTax",
        ),
        Cells(total=Measure.OTHER_COMPREHENSIVE_INCOME),
    ] = None
    total_comprehensive_income: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Total comprehensive income",
            "包括利益合計",
            name="ComprehensiveIncomeUSGAAP",
            total=("net_income", "other_comprehensive_income"),
        ),
        Cells(total=Measure.COMPREHENSIVE_INCOME),
    ] = None
    payment_of_dividends: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Payment of dividends", "配当金の支払", name="PaymentOfDividends", doc="A decrease is negative, as printed."
        ),
    ] = None
    dividends_to_noncontrolling_interests: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Dividends to noncontrolling interests (US GAAP)",
            "非支配持分への配当金（米国基準）",
            name="DividendsToNoncontrollingInterestsInEquityUSGAAP",
            doc="A decrease is negative, as printed.",
        ),
    ] = None
    transfer_to_legal_reserve: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Transfer to legal reserve (US GAAP)", "利益準備金への振替（米国基準）", name="TransferToLegalReserveUSGAAP"
        ),
    ] = None
    issuance_of_common_stock: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Issuance of common stock, net of issuance cost",
            "普通株式の発行（発行費用控除後）",
            name="IssuanceOfCommonStockUSGAAP",
        ),
    ] = None
    issuance_caption: Is[Text | None, item.words("Caption of the issuance of common stock", "普通株式の発行の表示")] = (
        None
    )
    stock_based_compensation: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Stock-based compensation in equity (US GAAP)",
            "株式に基づく報酬（資本の変動）（米国基準）",
            name="StockBasedCompensationInEquityUSGAAP",
        ),
    ] = None
    acquisition_of_treasury_stock: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Acquisition of treasury stock (US GAAP)",
            "自己株式の取得（米国基準）",
            name="AcquisitionOfTreasuryStockUSGAAP",
            doc="A decrease is negative, as printed.",
        ),
    ] = None
    disposal_of_treasury_stock: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Disposal of treasury stock (US GAAP)", "自己株式の処分（米国基準）", name="DisposalOfTreasuryStockUSGAAP"
        ),
    ] = None
    retirement_of_treasury_stock: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Retirement of treasury stock (US GAAP)",
            "自己株式の消却（米国基準）",
            name="RetirementOfTreasuryStockUSGAAP",
        ),
    ] = None
    transactions_with_noncontrolling_interests: Is[
        UsGaapEquityComponents | None,
        item.credit(
            "Equity transactions with noncontrolling interests and other (US GAAP)",
            "非支配持分との資本取引及びその他（米国基準）",
            name="EquityTransactionsWithNoncontrollingInterestsUSGAAP",
        ),
    ] = None
    other: Is[
        UsGaapEquityComponents | None,
        item.credit("Other changes in equity (US GAAP)", "その他の増減（米国基準）", name="OtherChangesInEquityUSGAAP"),
    ] = None
    closing: Is[
        UsGaapEquityComponents | None,
        _BALANCE,
        forward(
            "opening",
            "cumulative_effect",
            "total_comprehensive_income",
            "payment_of_dividends",
            "dividends_to_noncontrolling_interests",
            "transfer_to_legal_reserve",
            "issuance_of_common_stock",
            "stock_based_compensation",
            "acquisition_of_treasury_stock",
            "disposal_of_treasury_stock",
            "retirement_of_treasury_stock",
            "transactions_with_noncontrolling_interests",
            "other",
        ),
    ] = None
    closing_caption: Is[
        Text | None,
        item.words("Caption of the closing balance of shareholders' equity", "株主資本の期末残高の表示"),
        Becomes("opening_caption"),
    ] = None
    note: Is[
        Prose, item.prose("Note to the consolidated statement of shareholders' equity", "連結株主資本等変動計算書の注")
    ] = None
