"""Statement of income under Japanese GAAP (損益計算書)."""

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Non-operating income", "営業外収益", prefix="")
@frozen(kw_only=True)
class NonOperatingIncome(Part):
    """Income that is not of the main business and recurs."""

    interest_and_dividends_income: Is[
        Amount, item.credit("Interest and dividends income", "受取利息及び配当金", name="InterestAndDividendsIncomeNOI")
    ] = None
    commission_fee: Is[Amount, item.credit("Commission fee", "受取手数料", name="CommissionFeeNOI")] = None
    other: Is[Amount, item.credit("Other non-operating income", "その他の営業外収益", name="OtherNOI")] = None
    total: Is[
        Amount, item.credit("Total non-operating income", "営業外収益合計", name="NonOperatingIncome", total=True)
    ] = None


@item.part("Non-operating expenses", "営業外費用", prefix="")
@frozen(kw_only=True)
class NonOperatingExpenses(Part):
    """Expenses that are not of the main business and recur."""

    interest_expenses: Is[Amount, item.debit("Interest expenses", "支払利息", name="InterestExpensesNOE")] = None
    amortization_of_stock_issuance_cost: Is[
        Amount,
        item.debit("Amortization of stock issuance cost", "新株発行費償却", name="AmortizationOfStockIssuanceCostNOE"),
    ] = None
    other: Is[Amount, item.debit("Other non-operating expenses", "その他の営業外費用", name="OtherNOE")] = None
    total: Is[
        Amount, item.debit("Total non-operating expenses", "営業外費用合計", name="NonOperatingExpenses", total=True)
    ] = None


@item.part("Extraordinary income", "特別利益", prefix="")
@frozen(kw_only=True)
class ExtraordinaryIncome(Part):
    """Income that does not recur."""

    gain_on_sales_of_investment_securities: Is[
        Amount,
        item.credit(
            "Gain on sales of investment securities", "投資有価証券売却益", name="GainOnSalesOfInvestmentSecuritiesEI"
        ),
    ] = None
    other: Is[Amount, item.credit("Other extraordinary income", "その他の特別利益", name="OtherEI")] = None
    total: Is[
        Amount, item.credit("Total extraordinary income", "特別利益合計", name="ExtraordinaryIncome", total=True)
    ] = None


@item.part("Extraordinary losses", "特別損失", prefix="")
@frozen(kw_only=True)
class ExtraordinaryLoss(Part):
    """Losses that do not recur."""

    loss_on_sales_of_noncurrent_assets: Is[
        Amount,
        item.debit("Loss on sales of non-current assets", "固定資産売却損", name="LossOnSalesOfNoncurrentAssetsEL"),
    ] = None
    loss_on_valuation_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss on valuation of investment securities",
            "投資有価証券評価損",
            name="LossOnValuationOfInvestmentSecuritiesEL",
        ),
    ] = None
    loss_on_valuation_of_stocks_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Loss on valuation of stocks of subsidiaries and affiliates",
            "関係会社株式評価損",
            name="LossOnValuationOfStocksOfSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    other: Is[Amount, item.debit("Other extraordinary losses", "その他の特別損失", name="OtherEL")] = None
    total: Is[
        Amount, item.debit("Total extraordinary losses", "特別損失合計", name="ExtraordinaryLoss", total=True)
    ] = None


@item.part(
    "Statement of income", "損益計算書", prefix="", role=True, file=True,
    ref=(item.act("435", "2"), item.accounting("88")),
)  # fmt: skip
@frozen(kw_only=True)
class IncomeStatement(Part):
    """Statement of income (Companies Act, article 435, paragraph 2; Ordinance on Company Accounting, articles 87 to 94)."""

    title: Is[
        Text | None, item.words("Title of the statement of income", "損益計算書の表題", name="IncomeStatementTitle")
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Period of the statement of income as printed", "損益計算書の期間の記載", name="IncomeStatementHeading"
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit as printed in the statement of income", "損益計算書の単位の記載", name="IncomeStatementUnitNote"
        ),
    ] = None
    net_sales: Is[Amount, item.credit("Net sales", "売上高")] = None
    cost_of_sales: Is[Amount, item.debit("Cost of sales", "売上原価")] = None
    gross_profit: Is[Amount, item.credit("Gross profit", "売上総利益", total=("net_sales", "cost_of_sales"))] = None
    selling_general_and_administrative_expenses: Is[
        Amount, item.debit("Selling, general and administrative expenses", "販売費及び一般管理費")
    ] = None
    operating_income: Is[
        Amount,
        item.credit(
            "Operating income", "営業利益", total=("gross_profit", "selling_general_and_administrative_expenses")
        ),
    ] = None
    non_operating_income: NonOperatingIncome | None = None
    non_operating_expenses: NonOperatingExpenses | None = None
    ordinary_income: Is[
        Amount,
        item.credit(
            "Ordinary income",
            "経常利益",
            total=("operating_income", "non_operating_income.total", "non_operating_expenses.total"),
        ),
    ] = None
    extraordinary_income: ExtraordinaryIncome | None = None
    extraordinary_loss: ExtraordinaryLoss | None = None
    income_before_income_taxes: Is[
        Amount,
        item.credit(
            "Income before income taxes",
            "税引前当期純利益",
            total=("ordinary_income", "extraordinary_income.total", "extraordinary_loss.total"),
        ),
    ] = None
    income_taxes_current: Is[Amount, item.debit("Income taxes - current", "法人税、住民税及び事業税")] = None
    income_taxes_deferred: Is[Amount, item.debit("Income taxes - deferred", "法人税等調整額")] = None
    profit_loss: Is[
        Amount,
        item.credit(
            "Net income",
            "当期純利益",
            total=("income_before_income_taxes", "income_taxes_current", "income_taxes_deferred"),
        ),
    ] = None
