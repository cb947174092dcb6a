"""The filing: a convocation notice of a general meeting of shareholders with everything attached to it."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import identifiers, item
from filingexport.model.audit import AuditReport, BoardOfCompanyAuditorsReport
from filingexport.model.audit_bodies import AuditBody, AuditBodyReport
from filingexport.model.business_report.report import BusinessReport
from filingexport.model.extension import Extension
from filingexport.model.governance import GovernanceForm, Listing
from filingexport.model.meaning import NameOf, NextYear
from filingexport.model.notice import Notice
from filingexport.model.part import Part
from filingexport.model.reference_documents.documents import ReferenceDocuments
from filingexport.model.statements.consolidated import Consolidated
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.values import Tally, Text, Words
from filingexport.report import Fact


@item.axis("Consolidated or non-consolidated", "連結・個別", default="CONSOLIDATED", prefix="")
class ConsolidatedOrNonConsolidated(item.Axis):
    """Whether a figure is of the group or of the company alone."""

    CONSOLIDATED = item.Label("Consolidated", "連結")
    NON_CONSOLIDATED = item.Label("Non-consolidated", "個別")


@item.part("Company", "会社")
@frozen(kw_only=True)
class Company(Part):
    """Who files, and under which identifier."""

    name: Is[Text, item.words("Company name", "会社名"), NameOf.FILER]
    short_name: Is[Words, item.words("Company's short name", "会社の略称")] = None
    identifier_scheme: Is[
        str,
        item.entity_scheme(
            "Scheme of the entity identifier",
            "企業識別子の体系",
            doc="The naming authority of the identifier, as a URI.",
            example="http://disclosure.edinet-fsa.go.jp",
        ),
    ]
    identifier: Is[str, item.entity_identifier("Entity identifier", "企業識別子", example="E00001-000")]
    corporate_number: Is[
        str | None,
        item.code("Corporate number", "法人番号", check=identifiers.corporate_number, example="7000012050002"),
    ] = None
    edinet_code: Is[
        str | None,
        item.code(
            "EDINET code",
            "EDINETコード",
            edinet="jpdei_cor:EDINETCodeDEI",
            check=identifiers.edinet_code,
            example="E00001",
        ),
    ] = None
    securities_code: Is[
        str | None,
        item.code(
            "Securities code",
            "証券コード",
            edinet="jpdei_cor:SecurityCodeDEI",
            check=identifiers.securities_code,
            example="1301",
        ),
    ] = None
    lei: Is[
        str | None,
        item.code(
            "Legal entity identifier",
            "取引主体識別子（ＬＥＩ）",
            name="CompanyLEI",
            check=identifiers.lei,
            example="529900T8BM49AURSDO55",
        ),
    ] = None
    governance_form: Is[
        GovernanceForm | None, item.choice("Governance form", "機関設計", ref=(item.act("326", "2"), item.act("327")))
    ] = None
    has_accounting_auditor: Is[
        bool | None, item.flag("Has an accounting auditor", "会計監査人設置会社", ref=item.act("2", "", "11"))
    ] = None
    is_public: Is[
        bool | None,
        item.flag(
            "Public company",
            "公開会社",
            doc="Some of its shares may be transferred without the company's approval; not the same as listed.",
            ref=item.act("2", "", "5"),
        ),
    ] = None
    is_large: Is[bool | None, item.flag("Large company", "大会社", ref=item.act("2", "", "6"))] = None
    listings: Is[tuple[Listing, ...], item.rows("Listings", "上場", name="Listings")] = ()


@item.part("Convocation notice of a general meeting of shareholders", "株主総会招集通知", prefix="", file=True)
@frozen(kw_only=True)
class Filing(Part):
    """A convocation notice with its business report, statements, audit reports and reference documents.

    Companies Act, articles 298, 299, 301, 302, 437 and 444. Its facts are over the fiscal year and at its end, unless
    a part says otherwise.
    """

    company: Is[Company, NextYear.KEPT]
    fiscal_year_start: Is[
        date, item.period_start("First day of the fiscal year", "事業年度開始日", name="FiscalYearStartDate")
    ]
    fiscal_year_end: Is[
        date, item.period_end("Last day of the fiscal year", "事業年度終了日", name="FiscalYearEndDate")
    ]
    fiscal_term: Is[
        Tally, item.count("Ordinal of the fiscal term", "事業年度の期数", name="FiscalTermOrdinal"), NextYear.COUNTED
    ] = None
    notice: Notice | None = None
    business_report: BusinessReport | None = None
    consolidated: Is[Consolidated | None, item.member(ConsolidatedOrNonConsolidated.CONSOLIDATED)] = None
    non_consolidated: Is[NonConsolidated | None, item.member(ConsolidatedOrNonConsolidated.NON_CONSOLIDATED)] = None
    consolidated_audit_report: Is[
        AuditReport | None, item.member(ConsolidatedOrNonConsolidated.CONSOLIDATED), NextYear.EMPTIED
    ] = None
    non_consolidated_audit_report: Is[
        AuditReport | None, item.member(ConsolidatedOrNonConsolidated.NON_CONSOLIDATED), NextYear.EMPTIED
    ] = None
    board_of_company_auditors_report: Is[BoardOfCompanyAuditorsReport | None, NextYear.EMPTIED] = None
    audit_and_supervisory_committee_report: Is[
        AuditBodyReport | None, item.member(AuditBody.AUDIT_AND_SUPERVISORY_COMMITTEE), NextYear.EMPTIED
    ] = None
    audit_committee_report: Is[AuditBodyReport | None, item.member(AuditBody.AUDIT_COMMITTEE), NextYear.EMPTIED] = None
    company_auditors_report: Is[AuditBodyReport | None, item.member(AuditBody.COMPANY_AUDITORS), NextYear.EMPTIED] = (
        None
    )
    reference_documents: ReferenceDocuments | None = None
    extension: Is[Extension | None, item.Declares()] = None
    unplaced: Is[tuple[Fact, ...], item.Unplaced()] = ()
