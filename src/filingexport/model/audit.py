"""Audit reports: of the accounting auditor (会計監査報告) and of the board of company auditors (監査役会の監査報告)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf, NextYear, quoted
from filingexport.model.part import Part
from filingexport.model.values import Prose, Tally, Text, Words


class Opinion(item.Choice):
    """The opinion of an accounting auditor (Ordinance on Company Accounting, article 126)."""

    UNQUALIFIED = "unqualified", "無限定適正意見"
    QUALIFIED = "qualified", "限定付適正意見"
    ADVERSE = "adverse", "不適正意見"
    DISCLAIMER = "disclaimer", "意見不表明"


@item.part("Signatory", "署名者")
@frozen(kw_only=True)
class Signatory(Part):
    """Who signs a report, in which role."""

    titles: Is[
        tuple[Text, ...],
        item.rows("Titles of the signatory", "署名者の資格", name="SignatoryTitles"),
        item.words("Title of the signatory", "署名者の資格"),
    ] = ()
    name: Is[Text, item.words("Name of the signatory", "署名者の氏名"), NameOf.PERSON]
    seal: Is[Words, item.words("Seal as printed", "押印の記載")] = None
    outside: Is[
        bool | None,
        item.flag("Outside company auditor", "社外監査役", ref=(item.act("2", "", "16"), item.act("335", "3"))),
    ] = None


@item.part("Key audit matter", "監査上の主要な検討事項", prefix="KeyAuditMatter")
@frozen(kw_only=True)
class KeyAuditMatter(Part):
    """A key audit matter: what it is, why it is one, how the audit responded.

    Reports under the Companies Act tell key audit matters of the auditor's own accord.
    """

    title: Is[Text, item.words("Key audit matter", "監査上の主要な検討事項の件名")]
    reason: Is[Prose, item.prose("Reason for the key audit matter", "監査上の主要な検討事項の内容及び決定理由")] = None
    response: Is[Prose, item.prose("Audit response to the key audit matter", "監査上の対応")] = None


@item.part(
    "Accounting auditor's report",
    "会計監査人の監査報告書",
    role=True,
    file=True,
    ref=(item.act("436", "2", "1"), item.act("444", "4"), item.accounting("126")),
)
@frozen(kw_only=True)
class AuditReport(Part):
    """Report of the accounting auditor on consolidated or non-consolidated statements (Companies Act, articles 436 and 444)."""

    title: Is[Words, item.words("Title of the audit report", "監査報告書の表題")] = None
    report_date: Is[date | None, item.day("Date of the audit report", "監査報告書の日付", name="AuditReportDate")] = (
        None
    )
    addressee: Is[Words, item.words("Addressee of the audit report", "監査報告書の宛先")] = None
    firm: Is[Words, item.words("Audit firm", "監査法人"), NameOf.FIRM] = None
    signatories: Is[
        tuple[Signatory, ...],
        item.rows("Signatories of the audit report", "監査報告書の署名者", name="AuditReportSignatories"),
    ] = ()
    fiscal_term: Is[
        Tally, item.count("Fiscal term audited as printed", "監査対象期の記載"), quoted("scope"), NextYear.COUNTED
    ] = None
    period_start: Is[
        date | None, item.day("First day of the period audited as printed", "監査対象期間の開始日の記載")
    ] = None
    period_end: Is[date | None, item.day("Last day of the period audited as printed", "監査対象期間の終了日の記載")] = (
        None
    )
    legal_basis: Is[Words, item.words("Provision under which the audit was done", "監査の根拠条文")] = None
    scope: Is[Prose, item.prose("Scope of the audit", "監査の対象")] = None
    basis: Is[Prose, item.prose("Audit standards and basis of the opinion", "監査の基準及び意見の根拠")] = None
    opinion: Is[Opinion | None, item.choice("Kind of opinion", "監査意見の種類")] = None
    opinion_text: Is[Prose, item.prose("Opinion", "監査意見")] = None
    interest: Is[Prose, item.prose("Interest in the company", "利害関係")] = None
    translation_note: Is[
        Prose, item.prose("Note on the translation of the audit report", "監査報告書の翻訳に関する注記")
    ] = None
    office: Is[Words, item.words("Office of the audit firm", "監査法人の事務所")] = None
    basis_of_opinion: Is[
        Prose, item.prose("Basis of the opinion", "監査意見の根拠", ref=item.accounting("126", "1", "2"))
    ] = None
    no_opinion_reason: Is[
        Prose,
        item.prose("Reason for giving no opinion", "意見を表明しない理由", ref=item.accounting("126", "1", "3")),
    ] = None
    going_concern: Is[
        Prose,
        item.prose(
            "Material uncertainty on going concern in the audit report",
            "継続企業の前提に関する重要な不確実性",
            ref=item.accounting("126", "1", "4"),
        ),
    ] = None
    key_audit_matters: Is[
        tuple[KeyAuditMatter, ...],
        item.rows("Key audit matters", "監査上の主要な検討事項", name="KeyAuditMatters"),
    ] = ()
    emphasis_of_matter: Is[
        Prose,
        item.prose(
            "Emphasis of matter",
            "強調事項",
            ref=(item.accounting("126", "1", "6"), item.accounting("126", "2")),
        ),
    ] = None
    other_matter: Is[Prose, item.prose("Other matter", "その他の事項", ref=item.accounting("126", "1", "6"))] = None
    other_information: Is[
        Prose, item.prose("Other information", "その他の記載内容", ref=item.accounting("126", "1", "5"))
    ] = None
    responsibilities_of_management: Is[
        Prose,
        item.prose("Responsibilities of management and of those who supervise it", "経営者及び監査役等の責任"),
    ] = None
    responsibilities_of_auditor: Is[Prose, item.prose("Responsibilities of the auditor", "監査人の責任")] = None
    fees: Is[Prose, item.prose("Fee-related information", "報酬関連情報")] = None


@item.part("Audit results", "監査の結果", prefix="CompanyAuditorsResult")
@frozen(kw_only=True)
class CompanyAuditorsResults(Part):
    """What the board of company auditors found."""

    title: Is[Words, item.words("Heading of the audit results", "監査の結果の見出し")] = None
    business_report_title: Is[
        Words, item.words("Heading of the results on the business report", "事業報告等の監査結果の見出し")
    ] = None
    business_report: Is[
        tuple[Text, ...],
        item.rows("Results on the business report", "事業報告等の監査結果", name="BusinessReportAuditResults"),
        item.words("Result on the business report", "事業報告等の監査結果"),
    ] = ()
    statements_title: Is[
        Words, item.words("Heading of the results on the financial statements", "計算書類の監査結果の見出し")
    ] = None
    statements: Is[Prose, item.prose("Result on the financial statements", "計算書類及びその附属明細書の監査結果")] = (
        None
    )
    consolidated_title: Is[
        Words, item.words("Heading of the results on the consolidated statements", "連結計算書類の監査結果の見出し")
    ] = None
    consolidated: Is[Prose, item.prose("Result on the consolidated financial statements", "連結計算書類の監査結果")] = (
        None
    )


@item.part(
    "Board of company auditors' report", "監査役会の監査報告", prefix="CompanyAuditorsReport", role=True, file=True,
    ref=(item.act("390", "2"), item.enforcement("130"), item.accounting("128")),
)  # fmt: skip
@frozen(kw_only=True)
class BoardOfCompanyAuditorsReport(Part):
    """Audit report of the board of company auditors (Companies Act, article 390, paragraph 2, item 1)."""

    title: Is[Words, item.words("Title of the company auditors' report", "監査役会の監査報告の表題")] = None
    introduction: Is[Prose, item.prose("Introduction of the company auditors' report", "監査報告の前文")] = None
    fiscal_term: Is[
        Tally,
        item.count("Fiscal term audited by the company auditors as printed", "監査対象期の記載"),
        quoted("introduction"),
        NextYear.COUNTED,
    ] = None
    period_start: Is[
        date | None, item.day("First day of the period audited by the company auditors", "監査対象期間の開始日の記載")
    ] = None
    period_end: Is[
        date | None, item.day("Last day of the period audited by the company auditors", "監査対象期間の終了日の記載")
    ] = None
    method_title: Is[Words, item.words("Heading of the auditing method", "監査の方法の見出し")] = None
    method: Is[
        Prose,
        item.prose(
            "Auditing method and its details",
            "監査の方法及びその内容",
            ref=(
                item.enforcement("100", "1"),
                item.enforcement("100", "3"),
                item.accounting("128"),
                item.accounting("131"),
            ),
        ),
    ] = None
    results: CompanyAuditorsResults | None = None
    report_date: Is[date | None, item.day("Date of the company auditors' report", "監査報告の日付")] = None
    board: Is[Words, item.words("Board that reports", "報告者")] = None
    company: Is[Words, item.words("Company of the board that reports", "報告者の会社名"), NameOf.FILER] = None
    signatories: Is[
        tuple[Signatory, ...],
        item.rows(
            "Signatories of the company auditors' report", "監査報告の署名者", name="CompanyAuditorsReportSignatories"
        ),
    ] = ()
    note: Is[Prose, item.prose("Note to the company auditors' report", "監査報告の注")] = None
