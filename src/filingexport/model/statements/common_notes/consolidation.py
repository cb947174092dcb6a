"""Notes: the scope of consolidation and of the equity method (連結の範囲及び持分法の適用に関する事項)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure, NameOf, quoted
from filingexport.model.part import Part
from filingexport.model.values import Prose, Tally, Text, Words


@item.part("Company newly included", "新たに含めた会社", prefix="NewlyIncludedCompany")
@frozen(kw_only=True)
class NewlyIncludedCompany(Part):
    """A company that came into the scope in the year, and when."""

    name: Is[Text, item.words("Name of the company newly included", "新たに含めた会社の名称"), NameOf.COMPANY]
    included_on: Is[
        date | None, item.day("Date of purchase, investment or establishment", "取得、出資又は設立の日")
    ] = None


@item.part("Scope of consolidation", "連結の範囲に関する事項", ref=item.accounting("102", "1"))
@frozen(kw_only=True)
class ScopeOfConsolidation(Part):
    """Consolidated subsidiaries (Ordinance on Company Accounting, article 102, paragraph 1, item 1)."""

    title: Is[Words, item.words("Heading of the scope of consolidation", "連結の範囲の見出し")] = None
    text: Is[Prose, item.prose("Scope of consolidation as printed", "連結の範囲の記載")] = None
    number_of_subsidiaries: Is[
        Tally,
        item.count("Number of consolidated subsidiaries", "連結子会社の数", instant=True),
        Measure.CONSOLIDATED_SUBSIDIARIES,
        quoted("text"),
    ] = None
    subsidiaries: Is[
        tuple[Text, ...],
        item.rows("Consolidated subsidiaries", "連結子会社", name="ConsolidatedSubsidiaries"),
        item.words("Name of a consolidated subsidiary", "連結子会社の名称", name="ConsolidatedSubsidiaryName"),
        NameOf.COMPANY,
    ] = ()
    newly_included: Is[
        tuple[NewlyIncludedCompany, ...],
        item.rows("Subsidiaries newly consolidated", "新規連結子会社", name="NewlyConsolidatedSubsidiaries"),
    ] = ()


@item.part("Application of the equity method", "持分法の適用に関する事項", ref=item.accounting("102", "1"))
@frozen(kw_only=True)
class EquityMethodScope(Part):
    """Equity method investees (Ordinance on Company Accounting, article 102, paragraph 1, item 2)."""

    title: Is[Words, item.words("Heading of the application of the equity method", "持分法の適用の見出し")] = None
    text: Is[Prose, item.prose("Application of the equity method as printed", "持分法の適用の記載")] = None
    number_of_investees: Is[
        Tally,
        item.count("Number of equity method investees", "持分法適用関連会社の数", instant=True),
        Measure.EQUITY_METHOD_INVESTEES,
        quoted("text"),
    ] = None
    investees: Is[
        tuple[Text, ...],
        item.rows("Major equity method investees", "主要な持分法適用関連会社", name="EquityMethodInvestees"),
        item.words("Name of an equity method investee", "持分法適用関連会社の名称", name="EquityMethodInvesteeName"),
        NameOf.COMPANY,
    ] = ()
    newly_included: Is[
        tuple[NewlyIncludedCompany, ...],
        item.rows("Equity method investees newly included", "新規持分法適用関連会社", name="NewEquityMethodInvestees"),
    ] = ()
