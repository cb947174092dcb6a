"""Consolidated statement of comprehensive income under US GAAP (連結包括利益計算書)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.statements.us_gaap.income_statement import UsGaapIncomeStatement
from filingexport.model.values import Amount, Text


@item.part("Other comprehensive income (US GAAP)", "その他の包括利益（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapOtherComprehensiveIncome(Part):
    """Other comprehensive income, each kind net of tax."""

    foreign_currency_translation_adjustments: Is[
        Amount,
        item.credit(
            "Foreign currency translation adjustments (US GAAP)",
            "為替換算調整額（米国基準）",
            name="ForeignCurrencyTranslationAdjustmentsOCIUSGAAP",
        ),
    ] = None
    unrealized_gains_on_securities: Is[
        Amount,
        item.credit(
            "Net unrealized gains (losses) on securities (US GAAP)",
            "未実現有価証券評価損益（米国基準）",
            name="NetUnrealizedGainsLossesOnSecuritiesOCIUSGAAP",
        ),
    ] = None
    gains_on_derivatives: Is[
        Amount,
        item.credit(
            "Net gains (losses) on derivative instruments (US GAAP)",
            "金融派生商品損益（米国基準）",
            name="NetGainsLossesOnDerivativeInstrumentsOCIUSGAAP",
        ),
    ] = None
    pension_adjustments: Is[
        Amount,
        item.credit(
            "Pension liability adjustments (US GAAP)",
            "年金債務調整額（米国基準）",
            name="PensionLiabilityAdjustmentsOCIUSGAAP",
        ),
    ] = None
    debt_valuation_adjustments: Is[
        Amount,
        item.credit(
            "Debt valuation adjustments (US GAAP)",
            "自己クレジット・リスクの調整額（米国基準）",
            name="DebtValuationAdjustmentsOCIUSGAAP",
        ),
    ] = None
    other: Is[
        Amount,
        item.credit(
            "Other comprehensive income of other kinds (US GAAP)",
            "その他の包括利益－その他（米国基準）",
            name="OtherOCIUSGAAP",
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total other comprehensive income, net of tax (US GAAP)",
            "その他の包括利益合計（税効果後）（米国基準）",
            name="OtherComprehensiveIncomeUSGAAP",
            total=True,
        ),
        Measure.OTHER_COMPREHENSIVE_INCOME,
    ] = None


@item.part(
    "Consolidated statement of comprehensive income (US GAAP)",
    "連結包括利益計算書（米国基準）",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)
@frozen(kw_only=True)
class UsGaapComprehensiveIncome(Part):
    """Consolidated statement of comprehensive income under US GAAP (ASC 220), beginning with net income."""

    title: Is[
        Text | None,
        item.words(
            "Title of the consolidated statement of comprehensive income (US GAAP)",
            "連結包括利益計算書（米国基準）の表題",
        ),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Period of the consolidated statement of comprehensive income (US GAAP) as printed",
            "連結包括利益計算書（米国基準）の期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of comprehensive income (US GAAP) as printed",
            "連結包括利益計算書（米国基準）の単位の記載",
        ),
    ] = None
    net_income: Is[Amount, item.same(UsGaapIncomeStatement, "consolidated_net_income"), Measure.PROFIT] = None
    other_comprehensive_income: UsGaapOtherComprehensiveIncome | None = None
    comprehensive_income: Is[
        Amount,
        item.credit(
            "Comprehensive income including noncontrolling interests (US GAAP)",
            "非支配持分控除前当期包括利益（米国基準）",
            name="ComprehensiveIncomeIncludingNoncontrollingInterestsUSGAAP",
            total=(
                "net_income",
                "other_comprehensive_income.total",
            ),
        ),
        Measure.COMPREHENSIVE_INCOME,
    ] = None
    attributable_to_noncontrolling_interests: Is[
        Amount,
        item.debit(
            "Comprehensive income attributable to noncontrolling interests (US GAAP)",
            "非支配持分帰属当期包括利益（控除）（米国基準）",
            name="ComprehensiveIncomeAttributableToNoncontrollingInterestsUSGAAP",
            doc="Deducted from comprehensive income; a loss is negative.",
        ),
    ] = None
    attributable_to_company: Is[
        Amount,
        item.credit(
            "Comprehensive income attributable to the company (US GAAP)",
            "当社株主に帰属する当期包括利益（米国基準）",
            name="ComprehensiveIncomeAttributableToCompanyUSGAAP",
            total=(
                "comprehensive_income",
                "attributable_to_noncontrolling_interests",
            ),
        ),
    ] = None
