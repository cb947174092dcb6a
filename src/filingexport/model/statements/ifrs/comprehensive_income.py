"""Consolidated statement of comprehensive income under IFRS (連結包括利益計算書)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.statements.ifrs.profit_or_loss import IfrsProfitOrLoss
from filingexport.model.values import Amount, Text


@item.part(
    "Items that will not be reclassified to profit or loss",
    "純損益に振り替えられることのない項目",
    prefix="",
    edinet="jpigp_cor",
)
@frozen(kw_only=True)
class IfrsNotReclassified(Part):
    """Other comprehensive income, net of tax, that stays in equity."""

    financial_assets_at_fair_value: Is[
        Amount,
        item.credit(
            "Financial assets measured at fair value through other comprehensive income",
            "その他の包括利益を通じて測定する金融資産の公正価値の純変動",
            name="FinancialAssetsMeasuredAtFairValueThroughOtherComprehensiveIncomeOCIIFRS",
            edinet=False,
        ),
    ] = None
    remeasurements_of_defined_benefit_plans: Is[
        Amount,
        item.credit(
            "Remeasurements of defined benefit plans",
            "確定給付制度の再測定",
            name="RemeasurementsOfDefinedBenefitPlansOCIIFRS",
            edinet="RemeasurementsOfDefinedBenefitPlansNetOfTaxItemsThatWillNotBeReclassifiedToProfitOrLossOCIIFRS",
        ),
    ] = None
    equity_method: Is[
        Amount,
        item.credit(
            "Share of other comprehensive income of equity method investments, not reclassified",
            "持分法適用会社におけるその他の包括利益に対する持分（振り替えられないもの）",
            name="ShareOfOCIOfEquityMethodInvestmentsNotReclassifiedIFRS",
            edinet=False,
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total of items that will not be reclassified",
            "純損益に振り替えられることのない項目合計",
            name="OtherComprehensiveIncomeThatWillNotBeReclassifiedToProfitOrLossIFRS",
            edinet=False,
            total=True,
        ),
    ] = None


@item.part(
    "Items that may be reclassified to profit or loss",
    "純損益に振り替えられる可能性のある項目",
    prefix="",
    edinet="jpigp_cor",
)
@frozen(kw_only=True)
class IfrsReclassified(Part):
    """Other comprehensive income, net of tax, that may pass through profit or loss later."""

    exchange_differences: Is[
        Amount,
        item.credit(
            "Exchange differences on translation of foreign operations",
            "在外営業活動体の換算差額",
            name="ExchangeDifferencesOnTranslationOfForeignOperationsOCIIFRS",
            edinet="ExchangeDifferencesOnTranslationOfForeignOperationsNetOfTaxItemsThatMayBeReclassifiedToProfitOrLossOCIIFRS",
        ),
    ] = None
    cash_flow_hedges: Is[
        Amount,
        item.credit(
            "Cash flow hedges",
            "キャッシュ・フロー・ヘッジ",
            name="CashFlowHedgesOCIIFRS",
            edinet="EffectivePortionOfCashFlowHedgesNetOfTaxItemsThatMayBeReclassifiedToProfitOrLossOCIIFRS",
        ),
    ] = None
    equity_method: Is[
        Amount,
        item.credit(
            "Share of other comprehensive income of equity method investments, reclassified",
            "持分法適用会社におけるその他の包括利益に対する持分（振り替えられるもの）",
            name="ShareOfOCIOfEquityMethodInvestmentsReclassifiedIFRS",
            edinet=False,
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total of items that may be reclassified",
            "純損益に振り替えられる可能性のある項目合計",
            name="OtherComprehensiveIncomeThatMayBeReclassifiedToProfitOrLossIFRS",
            edinet=False,
            total=True,
        ),
    ] = None


@item.part("Comprehensive income attributable to", "当期包括利益の帰属", prefix="", edinet="jpigp_cor")
@frozen(kw_only=True)
class IfrsComprehensiveAttribution(Part):
    """To whom the comprehensive income belongs."""

    owners: Is[
        Amount,
        item.credit(
            "Comprehensive income attributable to owners of the parent",
            "親会社の所有者に帰属する当期包括利益",
            name="ComprehensiveIncomeAttributableToOwnersOfParentIFRS",
        ),
    ] = None
    non_controlling_interests: Is[
        Amount,
        item.credit(
            "Comprehensive income attributable to non-controlling interests",
            "非支配持分に帰属する当期包括利益",
            name="ComprehensiveIncomeAttributableToNonControllingInterestsIFRS",
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Comprehensive income attributed",
            "当期包括利益の帰属合計",
            name="ComprehensiveIncomeAttributedIFRS",
            edinet=False,
            total=True,
        ),
        Measure.COMPREHENSIVE_INCOME,
    ] = None


@item.part(
    "Consolidated statement of comprehensive income (IFRS)", "連結包括利益計算書（ＩＦＲＳ）", prefix="IfrsComprehensiveIncome", edinet="jpigp_cor", role=True, file=True, ref=(item.act("444"), item.accounting_ifrs("120")),
)  # fmt: skip
@frozen(kw_only=True)
class IfrsComprehensiveIncome(Part):
    """Consolidated statement of comprehensive income, beginning with the profit for the year."""

    title: Is[
        Text | None,
        item.words(
            "Title of the consolidated statement of comprehensive income (IFRS)", "連結包括利益計算書（ＩＦＲＳ）の表題"
        ),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Date or period of the consolidated statement of comprehensive income (IFRS) as printed",
            "連結包括利益計算書（ＩＦＲＳ）の日付又は期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of comprehensive income (IFRS) as printed",
            "連結包括利益計算書（ＩＦＲＳ）の単位の記載",
        ),
    ] = None
    profit: Is[Amount, item.same(IfrsProfitOrLoss, "profit"), Measure.PROFIT] = None
    not_reclassified: IfrsNotReclassified | None = None
    reclassified: IfrsReclassified | None = None
    other_comprehensive_income: Is[
        Amount,
        item.credit(
            "Other comprehensive income, net of tax",
            "税引後その他の包括利益",
            name="OtherComprehensiveIncomeIFRS",
            total=("not_reclassified.total", "reclassified.total"),
        ),
        Measure.OTHER_COMPREHENSIVE_INCOME,
    ] = None
    comprehensive_income: Is[
        Amount,
        item.credit(
            "Comprehensive income",
            "当期包括利益",
            name="ComprehensiveIncomeIFRS",
            total=("profit", "other_comprehensive_income"),
        ),
        Measure.COMPREHENSIVE_INCOME,
    ] = None
    attributable_to: IfrsComprehensiveAttribution | None = None
