"""Consolidated statement of income under US GAAP (連結損益計算書)."""

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Revenues", "売上高（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapRevenues(Part):
    """Revenues; by kind of service or product as the company tells them, in items of its own."""

    caption: Is[Text | None, item.words("Caption of revenues", "売上高の表示", name="RevenuesCaption")] = None
    total: Is[Amount, item.credit("Total revenues", "売上高合計", name="Revenues", total=True), Measure.REVENUE] = None


@item.part("Cost of revenues", "売上原価（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapCostOfRevenues(Part):
    """Cost of revenues; by kind of service or product as the company tells it, in items of its own."""

    total: Is[
        Amount,
        item.debit("Total cost of revenues", "売上原価合計", name="CostOfRevenues", total=True),
        Measure.COST_OF_REVENUE,
    ] = None


@item.part("Cost and expenses", "売上原価及び営業費用", prefix="")
@frozen(kw_only=True)
class UsGaapCostAndExpenses(Part):
    """Cost of revenues and operating expenses."""

    caption: Is[
        Text | None, item.words("Caption of cost and expenses", "費用の表示", name="CostAndExpensesCaption")
    ] = None
    cost_of_revenues: UsGaapCostOfRevenues | None = None
    sales_and_marketing: Is[Amount, item.debit("Sales and marketing", "販売費", name="SalesAndMarketing")] = None
    general_and_administrative: Is[
        Amount, item.debit("General and administrative", "一般管理費", name="GeneralAndAdministrative")
    ] = None
    research_and_development: Is[
        Amount, item.debit("Research and development", "研究開発費", name="ResearchAndDevelopment")
    ] = None
    total: Is[
        Amount, item.debit("Total cost and expenses", "売上原価及び営業費用合計", name="CostAndExpenses", total=True)
    ] = None


@item.part("Other income (expense)", "その他の収益（費用）", prefix="")
@frozen(kw_only=True)
class UsGaapOtherIncome(Part):
    """Other income and expense; expenses are printed in brackets and are positive facts on the debit side."""

    caption: Is[Text | None, item.words("Caption of other income", "その他の収益の表示", name="OtherIncomeCaption")] = (
        None
    )
    interest_income: Is[Amount, item.credit("Interest income", "受取利息", name="InterestIncome")] = None
    interest_expense: Is[
        Amount, item.debit("Interest expense", "支払利息（米国基準）", name="InterestExpense", negated=True)
    ] = None
    foreign_exchange_gains: Is[
        Amount, item.credit("Foreign exchange gains", "為替差益", name="ForeignExchangeGains")
    ] = None
    gains_on_sales_of_other_investments: Is[
        Amount,
        item.credit(
            "Gains on sales and exchange of other investments - net",
            "その他投資の売却及び交換に係る利益（純額）",
            name="GainsOnSalesAndExchangeOfOtherInvestmentsNet",
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
    other_net: Is[Amount, item.credit("Other - net", "その他（純額）", name="OtherIncomeOtherNet")] = None
    total: Is[
        Amount,
        item.credit(
            "Other income (expense) - net", "その他の収益（費用）合計", name="OtherIncomeExpenseNet", total=True
        ),
    ] = None


@item.part(
    "Consolidated statement of income (US GAAP)", "連結損益計算書（米国基準）", prefix="ConsolidatedIncomeStatement", role=True, file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)  # fmt: skip
@frozen(kw_only=True)
class UsGaapIncomeStatement(Part):
    """Consolidated statement of income under US GAAP (Companies Act, article 444)."""

    title: Is[Text | None, item.words("Title of the consolidated statement of income", "連結損益計算書の表題")] = None
    heading: Is[
        Text | None,
        item.words("Period of the consolidated statement of income as printed", "連結損益計算書の期間の記載"),
    ] = None
    unit_note: Is[
        Text | None, item.words("Unit as printed in the consolidated statement of income", "連結損益計算書の単位の記載")
    ] = None
    revenues: UsGaapRevenues | None = None
    cost_and_expenses: UsGaapCostAndExpenses | None = None
    operating_income: Is[
        Amount,
        item.credit(
            "Operating income (US GAAP)",
            "営業利益（米国基準）",
            name="OperatingIncomeUSGAAP",
            total=("revenues.total", "cost_and_expenses.total"),
        ),
        Measure.OPERATING_INCOME,
    ] = None
    other_income: UsGaapOtherIncome | None = None
    income_before_income_tax: Is[
        Amount,
        item.credit(
            "Income from operations before income tax, minority interests and equity in net income (loss) of equity method investees",
            "法人税等、少数株主損益及び持分法による投資損益調整前利益",
            name="IncomeBeforeIncomeTaxMinorityInterestsAndEquityMethod",
            total=("operating_income", "other_income.total"),
        ),
        Measure.INCOME_BEFORE_TAX,
    ] = None
    income_tax_expense_benefit: Is[
        Amount,
        item.debit(
            "Income tax expense (benefit)",
            "法人税等",
            name="IncomeTaxExpenseBenefit",
            doc="A benefit is negative, as printed.",
        ),
        Measure.INCOME_TAXES,
    ] = None
    minority_interests: Is[
        Amount,
        item.credit(
            "Minority interests in earnings (losses) of subsidiaries",
            "少数株主損益",
            name="MinorityInterestAdjustment",
            doc="What is added to the group's net income; a deduction is negative.",
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
    net_income: Is[
        Amount,
        item.credit(
            "Net income (US GAAP)",
            "当期純利益（米国基準）",
            name="NetIncomeUSGAAP",
            total=(
                "income_before_income_tax",
                "income_tax_expense_benefit",
                "minority_interests",
                "equity_in_net_income_loss",
            ),
        ),
        Measure.NET_INCOME,
    ] = None
