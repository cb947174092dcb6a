"""Consolidated statement of comprehensive income under Japanese GAAP (連結包括利益計算書)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure, adds
from filingexport.model.part import Part
from filingexport.model.statements.japan_gaap.income_statement import IncomeStatement
from filingexport.model.values import Amount, Text


@item.part("Other comprehensive income", "その他の包括利益", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class OtherComprehensiveIncome(Part):
    """Other comprehensive income, each kind net of tax."""

    valuation_difference_on_available_for_sale_securities: Is[
        Amount,
        item.credit(
            "Valuation difference on available-for-sale securities, net of tax",
            "その他有価証券評価差額金（その他の包括利益）",
            name="ValuationDifferenceOnAvailableForSaleSecuritiesNetOfTaxOCI",
        ),
    ] = None
    deferred_gains_or_losses_on_hedges: Is[
        Amount,
        item.credit(
            "Deferred gains or losses on hedges, net of tax",
            "繰延ヘッジ損益（その他の包括利益）",
            name="DeferredGainsOrLossesOnHedgesNetOfTaxOCI",
        ),
    ] = None
    revaluation_reserve_for_land: Is[
        Amount,
        item.credit(
            "Revaluation reserve for land, net of tax",
            "土地再評価差額金（その他の包括利益）",
            name="RevaluationReserveForLandNetOfTaxOCI",
        ),
    ] = None
    foreign_currency_translation_adjustment: Is[
        Amount,
        item.credit(
            "Foreign currency translation adjustment, net of tax",
            "為替換算調整勘定（その他の包括利益）",
            name="ForeignCurrencyTranslationAdjustmentNetOfTaxOCI",
        ),
    ] = None
    remeasurements_of_defined_benefit_plans: Is[
        Amount,
        item.credit(
            "Remeasurements of defined benefit plans, net of tax",
            "退職給付に係る調整額",
            name="RemeasurementsOfDefinedBenefitPlansNetOfTaxOCI",
        ),
    ] = None
    equity_method: Is[
        Amount,
        item.credit(
            "Share of other comprehensive income of entities accounted for using equity method",
            "持分法適用会社に対する持分相当額",
            name="ShareOfOtherComprehensiveIncomeOfAssociatesAccountedForUsingEquityMethodOCI",
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total other comprehensive income", "その他の包括利益合計", name="OtherComprehensiveIncome", total=True
        ),
        Measure.OTHER_COMPREHENSIVE_INCOME,
    ] = None


@item.part(
    "Statement of comprehensive income", "連結包括利益計算書", prefix="ComprehensiveIncomeStatement", role=True, file=True,
    edinet="jppfs_cor",
)  # fmt: skip
@frozen(kw_only=True)
class ComprehensiveIncome(Part):
    """Statement of comprehensive income; the Companies Act does not require it, many notices have it."""

    title: Is[Text | None, item.words("Title of the statement of comprehensive income", "連結包括利益計算書の表題")] = (
        None
    )
    heading: Is[
        Text | None,
        item.words("Period of the statement of comprehensive income as printed", "連結包括利益計算書の期間の記載"),
    ] = None
    unit_note: Is[
        Text | None,
        item.words("Unit of the statement of comprehensive income as printed", "連結包括利益計算書の単位の記載"),
    ] = None
    profit_loss: Is[Amount, item.same(IncomeStatement, "profit_loss"), Measure.PROFIT] = None
    other_comprehensive_income: OtherComprehensiveIncome | None = None
    comprehensive_income: Is[
        Amount,
        item.credit(
            "Comprehensive income",
            "包括利益",
            name="ComprehensiveIncome",
            total=("profit_loss", "other_comprehensive_income.total"),
        ),
        Measure.COMPREHENSIVE_INCOME,
    ] = None
    attributable_to_owners_of_parent: Is[
        Amount,
        item.credit(
            "Comprehensive income attributable to owners of parent",
            "親会社株主に係る包括利益",
            name="ComprehensiveIncomeAttributableToOwnersOfTheParent",
            memo=True,
        ),
        adds("comprehensive_income", minus=("attributable_to_non_controlling_interests",)),
    ] = None
    attributable_to_non_controlling_interests: Is[
        Amount,
        item.credit(
            "Comprehensive income attributable to non-controlling interests",
            "非支配株主に係る包括利益",
            name="ComprehensiveIncomeAttributableToNonControllingInterests",
            memo=True,
        ),
    ] = None
