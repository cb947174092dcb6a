"""Consolidated financial statements (連結計算書類)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.statements.ifrs.consolidated import IfrsConsolidated
from filingexport.model.statements.japan_gaap.consolidated import JapanGaapConsolidated
from filingexport.model.statements.us_gaap.consolidated import UsGaapConsolidated


class AccountingStandards(item.Choice):
    """The accounting standards that statements follow."""

    JAPAN_GAAP = "Japan GAAP", "日本基準"
    US_GAAP = "US GAAP", "米国基準"
    IFRS = "IFRS", "国際財務報告基準（ＩＦＲＳ）"
    JMIS = "JMIS", "修正国際基準（ＪＭＩＳ）"


ACCOUNTING_STANDARDS = item.choice("Accounting standards", "会計基準", name="AccountingStandards")


@item.part("Consolidated financial statements", "連結計算書類", ref=item.act("444"))
@frozen(kw_only=True)
class Consolidated(Part):
    """Consolidated financial statements with their notes (Companies Act, article 444).

    They follow one of the accounting standards; those of JMIS (Japan's modified international standards) are written
    as IFRS's.
    """

    accounting_standards: Is[AccountingStandards | None, ACCOUNTING_STANDARDS] = None
    japan_gaap: JapanGaapConsolidated | None = None
    ifrs: IfrsConsolidated | None = None
    us_gaap: UsGaapConsolidated | None = None
