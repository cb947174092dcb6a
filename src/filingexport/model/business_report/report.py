"""The business report (事業報告), its sections in the order of the notice."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.accounting_auditor import AccountingAuditor
from filingexport.model.business_report.group import Operations, Subsidiaries
from filingexport.model.business_report.investment import InvestmentAndFinancing, IssuesToAddress
from filingexport.model.business_report.officers import Officers
from filingexport.model.business_report.policies import GoingConcernEvents
from filingexport.model.business_report.progress import ProgressAndResults
from filingexport.model.business_report.shares import Shares
from filingexport.model.business_report.stock_acquisition_rights import StockAcquisitionRights
from filingexport.model.business_report.sustainability import Sustainability
from filingexport.model.business_report.systems import PoliciesAndSystems
from filingexport.model.business_report.trend import Trend
from filingexport.model.part import Part
from filingexport.model.values import Words


@item.part("Business report", "事業報告", role=True, file=True, ref=(item.act("435", "2"), item.enforcement("118")))
@frozen(kw_only=True)
class BusinessReport(Part):
    """The business report (Companies Act, articles 435 and 437; Ordinance for Enforcement, articles 117 to 128)."""

    attachment_mark: Is[Words, item.words("Mark of the attachment", "添付書類の表示")] = None
    title: Is[Words, item.words("Title of the business report", "事業報告の表題")] = None
    current_status_title: Is[
        Words, item.words("Heading of the current status of the group", "企業集団の現況に関する事項の見出し")
    ] = None
    progress_and_results: ProgressAndResults | None = None
    investment_and_financing: InvestmentAndFinancing | None = None
    issues_to_address: IssuesToAddress | None = None
    trend: Trend | None = None
    subsidiaries: Subsidiaries | None = None
    operations: Operations | None = None
    shares: Shares | None = None
    stock_acquisition_rights: StockAcquisitionRights | None = None
    officers: Officers | None = None
    accounting_auditor: AccountingAuditor | None = None
    policies_and_systems: PoliciesAndSystems | None = None
    going_concern: GoingConcernEvents | None = None
    sustainability: Sustainability | None = None
