"""Consolidated statement of profit or loss under IFRS (連結損益計算書)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Also, Measure
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Profit attributable to", "当期利益の帰属", prefix="", edinet="jpigp_cor")
@frozen(kw_only=True)
class IfrsAttribution(Part):
    """To whom the profit for the year belongs."""

    owners: Is[
        Amount,
        item.credit(
            "Profit (loss) attributable to owners of the parent",
            "親会社の所有者に帰属する当期利益",
            name="ProfitLossAttributableToOwnersOfParentIFRS",
        ),
        Measure.NET_INCOME,
    ] = None
    non_controlling_interests: Is[
        Amount,
        item.credit(
            "Profit (loss) attributable to non-controlling interests",
            "非支配持分に帰属する当期利益",
            name="ProfitLossAttributableToNonControllingInterestsIFRS",
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Profit (loss) attributed", "当期利益の帰属合計", name="ProfitLossAttributedIFRS", edinet=False, total=True
        ),
        Measure.PROFIT,
    ] = None


@item.part(
    "Consolidated statement of profit or loss (IFRS)", "連結損益計算書（ＩＦＲＳ）", prefix="IfrsProfitOrLoss", edinet="jpigp_cor", role=True, file=True, ref=(item.act("444"), item.accounting_ifrs("120")),
)  # fmt: skip
@frozen(kw_only=True)
class IfrsProfitOrLoss(Part):
    """Consolidated statement of profit or loss; expenses are positive facts on the debit side, printed in brackets."""

    title: Is[
        Text | None,
        item.words("Title of the consolidated statement of profit or loss (IFRS)", "連結損益計算書（ＩＦＲＳ）の表題"),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Date or period of the consolidated statement of profit or loss (IFRS) as printed",
            "連結損益計算書（ＩＦＲＳ）の日付又は期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of profit or loss (IFRS) as printed",
            "連結損益計算書（ＩＦＲＳ）の単位の記載",
        ),
    ] = None
    revenue: Is[Amount, item.credit("Revenue", "売上収益", name="RevenueIFRS"), Measure.REVENUE] = None
    cost_of_sales: Is[
        Amount,
        item.debit("Cost of sales (IFRS)", "売上原価（ＩＦＲＳ）", name="CostOfSalesIFRS", negated=True),
        Measure.COST_OF_REVENUE,
    ] = None
    gross_profit: Is[
        Amount,
        item.credit(
            "Gross profit (IFRS)", "売上総利益（ＩＦＲＳ）", name="GrossProfitIFRS", total=("revenue", "cost_of_sales")
        ),
        Measure.GROSS_PROFIT,
    ] = None
    selling_general_and_administrative_expenses: Is[
        Amount,
        item.debit(
            "Selling, general and administrative expenses (IFRS)",
            "販売費及び一般管理費（ＩＦＲＳ）",
            name="SellingGeneralAndAdministrativeExpensesIFRS",
            negated=True,
        ),
        Measure.SELLING_GENERAL_ADMINISTRATIVE,
    ] = None
    research_and_development_expenses: Is[
        Amount,
        item.debit(
            "Research and development expenses (IFRS)",
            "研究開発費（ＩＦＲＳ）",
            name="ResearchAndDevelopmentExpensesIFRS",
            negated=True,
        ),
    ] = None
    other_income: Is[Amount, item.credit("Other income", "その他の収益", name="OtherIncomeIFRS")] = None
    other_expenses: Is[Amount, item.debit("Other expenses", "その他の費用", name="OtherExpensesIFRS", negated=True)] = (
        None
    )
    impairment_losses: Is[
        Amount,
        item.debit(
            "Impairment losses (IFRS)", "減損損失（ＩＦＲＳ）", name="ImpairmentLossesIFRS", edinet=False, negated=True
        ),
    ] = None
    operating_profit: Is[
        Amount,
        item.credit(
            "Operating profit (loss)",
            "営業利益",
            name="OperatingProfitLossIFRS",
            total=(
                "gross_profit",
                "selling_general_and_administrative_expenses",
                "research_and_development_expenses",
                "other_income",
                "other_expenses",
                "impairment_losses",
            ),
        ),
        Measure.OPERATING_INCOME,
    ] = None
    finance_income: Is[Amount, item.credit("Finance income", "金融収益", name="FinanceIncomeIFRS")] = None
    finance_costs: Is[Amount, item.debit("Finance costs", "金融費用", name="FinanceCostsIFRS", negated=True)] = None
    share_of_profit_of_equity_method_investments: Is[
        Amount,
        item.credit(
            "Share of profit (loss) of investments accounted for using the equity method",
            "持分法による投資損益",
            name="ShareOfProfitLossOfInvestmentsAccountedForUsingEquityMethodIFRS",
        ),
    ] = None
    profit_before_tax: Is[
        Amount,
        item.credit(
            "Profit (loss) before tax",
            "税引前利益",
            name="ProfitLossBeforeTaxIFRS",
            total=(
                "operating_profit",
                "finance_income",
                "finance_costs",
                "share_of_profit_of_equity_method_investments",
            ),
        ),
        Measure.INCOME_BEFORE_TAX,
    ] = None
    income_tax_expense: Is[
        Amount,
        item.debit("Income tax expense", "法人所得税費用", name="IncomeTaxExpenseIFRS", negated=True),
        Measure.INCOME_TAXES,
    ] = None
    profit_from_continuing_operations: Is[
        Amount,
        item.credit(
            "Profit (loss) from continuing operations",
            "継続事業からの当期利益",
            name="ProfitLossFromContinuingOperationsIFRS",
            memo=True,
        ),
    ] = None
    profit_from_discontinued_operations: Is[
        Amount,
        item.credit(
            "Profit (loss) from discontinued operations",
            "非継続事業からの当期利益",
            name="ProfitLossFromDiscontinuedOperationsIFRS",
            edinet=False,
        ),
    ] = None
    profit: Is[
        Amount,
        item.credit(
            "Profit (loss)",
            "当期利益",
            name="ProfitLossIFRS",
            total=("profit_before_tax", "income_tax_expense", "profit_from_discontinued_operations"),
        ),
        Measure.PROFIT,
        Also(Measure.NET_INCOME, ("attributable_to",)),
    ] = None
    attributable_to: IfrsAttribution | None = None
    basic_earnings_per_share: Is[
        Amount,
        item.per_share(
            "Basic earnings (loss) per share", "基本的１株当たり当期利益", name="BasicEarningsLossPerShareIFRS"
        ),
        Measure.EARNINGS_PER_SHARE,
    ] = None
    diluted_earnings_per_share: Is[
        Amount,
        item.per_share(
            "Diluted earnings (loss) per share", "希薄化後１株当たり当期利益", name="DilutedEarningsLossPerShareIFRS"
        ),
    ] = None
