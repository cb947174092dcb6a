"""Consolidated statement of income under US GAAP (連結損益計算書)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.statements.us_gaap.notes import UsGaapPerShareInformation
from filingexport.model.values import Amount, Text


@item.part("Revenues", "売上高（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapRevenues(Part):
    """Revenues; by kind of service or product as the company tells them, in items of its own."""

    caption: Is[Text | None, item.words("Caption of revenues", "売上高の表示", name="RevenuesCaption")] = None
    products: Is[
        Amount, item.credit("Revenues from sales of products", "製品売上高", name="RevenuesFromSalesOfProductsUSGAAP")
    ] = None
    services: Is[Amount, item.credit("Revenues from services", "サービス売上高", name="RevenuesFromServicesUSGAAP")] = (
        None
    )
    financial_services: Is[
        Amount,
        item.credit(
            "Revenues from financial services", "金融収入（売上高）", name="RevenuesFromFinancialServicesUSGAAP"
        ),
    ] = None
    other: Is[Amount, item.credit("Other revenues", "その他の売上高", name="OtherRevenuesUSGAAP")] = None
    total: Is[Amount, item.credit("Total revenues", "売上高合計", name="Revenues", total=True), Measure.REVENUE] = None


@item.part("Cost of revenues", "売上原価（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapCostOfRevenues(Part):
    """Cost of revenues; by kind of service or product as the company tells it, in items of its own."""

    products: Is[Amount, item.debit("Cost of products sold", "製品売上原価", name="CostOfProductsSoldUSGAAP")] = None
    services: Is[Amount, item.debit("Cost of services", "サービス売上原価", name="CostOfServicesUSGAAP")] = None
    financial_services: Is[
        Amount, item.debit("Cost of financial services", "金融費用（売上原価）", name="CostOfFinancialServicesUSGAAP")
    ] = None
    other: Is[Amount, item.debit("Other cost of revenues", "その他の売上原価", name="OtherCostOfRevenuesUSGAAP")] = None
    total: Is[
        Amount,
        item.debit("Total cost of revenues", "売上原価合計", name="CostOfRevenues", total=True),
        Measure.COST_OF_REVENUE,
    ] = None


@item.part("Operating expenses (US GAAP)", "営業費用（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapOperatingExpenses(Part):
    """Operating expenses beside the cost of revenues."""

    sales_and_marketing: Is[Amount, item.debit("Sales and marketing", "販売費", name="SalesAndMarketing")] = None
    general_and_administrative: Is[
        Amount, item.debit("General and administrative", "一般管理費", name="GeneralAndAdministrative")
    ] = None
    selling_general_and_administrative: Is[
        Amount,
        item.debit(
            "Selling, general and administrative (US GAAP)",
            "販売費及び一般管理費（米国基準）",
            name="SellingGeneralAndAdministrativeUSGAAP",
            doc="Where they are not told apart.",
        ),
    ] = None
    research_and_development: Is[
        Amount, item.debit("Research and development", "研究開発費", name="ResearchAndDevelopment")
    ] = None
    impairment_losses: Is[
        Amount,
        item.debit(
            "Impairment losses on long-lived assets",
            "長期性資産減損損失",
            name="ImpairmentLossesOnLongLivedAssetsUSGAAP",
        ),
    ] = None
    goodwill_impairment_losses: Is[
        Amount, item.debit("Impairment losses on goodwill", "のれん減損損失", name="ImpairmentLossesOnGoodwillUSGAAP")
    ] = None
    restructuring: Is[
        Amount, item.debit("Restructuring charges", "構造改革費用", name="RestructuringChargesUSGAAP")
    ] = None
    other: Is[
        Amount,
        item.debit(
            "Other operating expenses, net",
            "その他の営業費用（純額）",
            name="OtherOperatingExpensesNetUSGAAP",
            doc="Income is negative.",
        ),
    ] = None
    total: Is[
        Amount, item.debit("Total operating expenses", "営業費用合計", name="OperatingExpensesUSGAAP", total=True)
    ] = None


@item.part("Other income (expense)", "その他の収益（費用）", prefix="")
@frozen(kw_only=True)
class UsGaapOtherIncome(Part):
    """Other income and expense; expenses are printed in brackets and are positive facts on the debit side."""

    caption: Is[Text | None, item.words("Caption of other income", "その他の収益の表示", name="OtherIncomeCaption")] = (
        None
    )
    interest_income: Is[Amount, item.credit("Interest income", "受取利息", name="InterestIncome")] = None
    dividend_income: Is[
        Amount, item.credit("Dividend income (US GAAP)", "受取配当金（米国基準）", name="DividendIncomeUSGAAP")
    ] = None
    interest_and_dividend_income: Is[
        Amount,
        item.credit(
            "Interest and dividend income",
            "受取利息及び配当金",
            name="InterestAndDividendIncomeUSGAAP",
            doc="Where they are not told apart.",
        ),
    ] = None
    interest_expense: Is[
        Amount, item.debit("Interest expense", "支払利息（米国基準）", name="InterestExpense", negated=True)
    ] = None
    foreign_exchange_gains: Is[
        Amount,
        item.credit("Foreign exchange gains", "為替差益", name="ForeignExchangeGains", doc="A loss is negative."),
    ] = None
    gains_on_sales_of_other_investments: Is[
        Amount,
        item.credit(
            "Gains on sales and exchange of other investments - net",
            "その他投資の売却及び交換に係る利益（純額）",
            name="GainsOnSalesAndExchangeOfOtherInvestmentsNet",
        ),
    ] = None
    gains_on_securities: Is[
        Amount,
        item.credit(
            "Gains (losses) on securities, net", "有価証券損益（純額）", name="GainsLossesOnSecuritiesNetUSGAAP"
        ),
    ] = None
    losses_on_write_down_of_other_investments: Is[
        Amount,
        item.debit(
            "Losses on write-down of other investments",
            "その他投資に係る評価損",
            name="LossesOnWriteDownOfOtherInvestments",
            negated=True,
        ),
    ] = None
    net_periodic_benefit_income: Is[
        Amount,
        item.credit(
            "Net periodic benefit income (cost) other than service cost",
            "退職給付費用のうち勤務費用以外",
            name="NetPeriodicBenefitIncomeOtherThanServiceCostUSGAAP",
        ),
    ] = None
    other_net: Is[Amount, item.credit("Other - net", "その他（純額）", name="OtherIncomeOtherNet")] = None
    total: Is[
        Amount,
        item.credit(
            "Other income (expense) - net", "その他の収益（費用）合計", name="OtherIncomeExpenseNet", total=True
        ),
    ] = None


@item.part("Income taxes (US GAAP)", "法人税等（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapIncomeTaxes(Part):
    """Income taxes; a benefit is negative, as printed."""

    current: Is[
        Amount,
        item.debit("Income taxes, current (US GAAP)", "法人税等－当期分（米国基準）", name="IncomeTaxesCurrentUSGAAP"),
    ] = None
    deferred: Is[
        Amount,
        item.debit(
            "Income taxes, deferred (US GAAP)", "法人税等－繰延分（米国基準）", name="IncomeTaxesDeferredUSGAAP"
        ),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Income tax expense (benefit)",
            "法人税等",
            name="IncomeTaxExpenseBenefit",
            doc="A benefit is negative, as printed.",
            total=True,
        ),
        Measure.INCOME_TAXES,
    ] = None


@item.part(
    "Consolidated statement of income (US GAAP)",
    "連結損益計算書（米国基準）",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)
@frozen(kw_only=True)
class UsGaapIncomeStatement(Part):
    """Consolidated statement of income under US GAAP (Companies Act, article 444), with gross profit or in a single step.

    Operating income and net income sum the items themselves, so that a statement may print any of the subtotals.
    """

    title: Is[Text | None, item.words("Title of the consolidated statement of income", "連結損益計算書の表題")] = None
    heading: Is[
        Text | None,
        item.words("Period of the consolidated statement of income as printed", "連結損益計算書の期間の記載"),
    ] = None
    unit_note: Is[
        Text | None, item.words("Unit as printed in the consolidated statement of income", "連結損益計算書の単位の記載")
    ] = None
    revenues: UsGaapRevenues | None = None
    cost_and_expenses_caption: Is[
        Text | None, item.words("Caption of cost and expenses", "費用の表示", name="CostAndExpensesCaption")
    ] = None
    cost_of_revenues: UsGaapCostOfRevenues | None = None
    gross_profit: Is[
        Amount,
        item.credit(
            "Gross profit (US GAAP)",
            "売上総利益（米国基準）",
            name="GrossProfitUSGAAP",
            total=(
                "revenues.total",
                "cost_of_revenues.total",
            ),
        ),
        Measure.GROSS_PROFIT,
    ] = None
    operating_expenses: UsGaapOperatingExpenses | None = None
    cost_and_expenses: Is[
        Amount,
        item.debit(
            "Total cost and expenses",
            "売上原価及び営業費用合計",
            name="CostAndExpenses",
            total=(
                "cost_of_revenues.total",
                "operating_expenses.sales_and_marketing",
                "operating_expenses.general_and_administrative",
                "operating_expenses.selling_general_and_administrative",
                "operating_expenses.research_and_development",
                "operating_expenses.impairment_losses",
                "operating_expenses.goodwill_impairment_losses",
                "operating_expenses.restructuring",
                "operating_expenses.other",
            ),
        ),
    ] = None
    operating_income: Is[
        Amount,
        item.credit(
            "Operating income (US GAAP)",
            "営業利益（米国基準）",
            name="OperatingIncomeUSGAAP",
            total=(
                "revenues.total",
                "cost_of_revenues.total",
                "operating_expenses.sales_and_marketing",
                "operating_expenses.general_and_administrative",
                "operating_expenses.selling_general_and_administrative",
                "operating_expenses.research_and_development",
                "operating_expenses.impairment_losses",
                "operating_expenses.goodwill_impairment_losses",
                "operating_expenses.restructuring",
                "operating_expenses.other",
            ),
        ),
        Measure.OPERATING_INCOME,
    ] = None
    other_income: UsGaapOtherIncome | None = None
    income_before_income_tax: Is[
        Amount,
        item.credit(
            "Income before income taxes and equity in net income (loss) of equity method investees",
            "法人税等及び持分法による投資損益調整前利益",
            name="IncomeBeforeIncomeTaxesUSGAAP",
            doc="Before minority interests too, in statements that deduct them.",
            total=(
                "operating_income",
                "other_income.total",
            ),
        ),
        Measure.INCOME_BEFORE_TAX,
    ] = None
    income_taxes: UsGaapIncomeTaxes | None = None
    minority_interests: Is[
        Amount,
        item.credit(
            "Minority interests in losses (earnings) of subsidiaries",
            "少数株主損益",
            name="MinorityInterestAdjustment",
            doc="What is added to net income in years before ASC 810 (FAS 160); a deduction is negative.",
        ),
    ] = None
    equity_in_net_income_loss: Is[
        Amount,
        item.credit(
            "Equity in net income (loss) of equity method investees",
            "持分法による投資損益",
            name="EquityInNetIncomeLossOfEquityMethodInvestees",
        ),
    ] = None
    income_from_continuing_operations: Is[
        Amount,
        item.credit(
            "Income from continuing operations (US GAAP)",
            "継続事業からの当期純利益（米国基準）",
            name="IncomeFromContinuingOperationsUSGAAP",
            total=(
                "income_before_income_tax",
                "income_taxes.total",
                "equity_in_net_income_loss",
            ),
        ),
    ] = None
    income_from_discontinued_operations: Is[
        Amount,
        item.credit(
            "Income (loss) from discontinued operations, net of tax (US GAAP)",
            "非継続事業からの当期純利益（税効果後）（米国基準）",
            name="IncomeFromDiscontinuedOperationsUSGAAP",
        ),
    ] = None
    consolidated_net_income: Is[
        Amount,
        item.credit(
            "Net income including noncontrolling interests",
            "非支配持分控除前当期純利益",
            name="NetIncomeIncludingNoncontrollingInterestsUSGAAP",
            doc="Printed as net income in statements of today.",
            total=(
                "income_before_income_tax",
                "income_taxes.total",
                "equity_in_net_income_loss",
                "income_from_discontinued_operations",
            ),
        ),
        Measure.PROFIT,
    ] = None
    net_income_attributable_to_noncontrolling_interests: Is[
        Amount,
        item.debit(
            "Net income attributable to noncontrolling interests",
            "非支配持分帰属利益（控除）",
            name="NetIncomeAttributableToNoncontrollingInterestsUSGAAP",
            doc="Deducted from net income; a loss is negative.",
        ),
    ] = None
    net_income: Is[
        Amount,
        item.credit(
            "Net income attributable to the company (US GAAP)",
            "当社株主に帰属する当期純利益（米国基準）",
            name="NetIncomeUSGAAP",
            doc="Printed as net income in years before ASC 810 (FAS 160).",
            total=(
                "income_before_income_tax",
                "income_taxes.total",
                "minority_interests",
                "equity_in_net_income_loss",
                "income_from_discontinued_operations",
                "net_income_attributable_to_noncontrolling_interests",
            ),
        ),
        Measure.NET_INCOME,
    ] = None
    basic_net_income_per_share: Is[
        Amount, item.same(UsGaapPerShareInformation, "net_income_per_share"), Measure.EARNINGS_PER_SHARE
    ] = None
    diluted_net_income_per_share: Is[Amount, item.same(UsGaapPerShareInformation, "diluted_net_income_per_share")] = (
        None
    )
