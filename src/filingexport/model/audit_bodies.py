"""Audit reports of committees and of company auditors without a board (監査等委員会、監査委員会、監査役の監査報告)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.audit import Signatory
from filingexport.model.meaning import NameOf, NextYear
from filingexport.model.part import Part
from filingexport.model.values import Prose, Tally, Text, Words


@item.axis("Auditing body", "監査の主体")
class AuditBody(item.Axis):
    """Which body audits the directors, where the company has no board of company auditors."""

    AUDIT_AND_SUPERVISORY_COMMITTEE = item.Label("Audit and supervisory committee", "監査等委員会")
    AUDIT_COMMITTEE = item.Label("Audit committee", "監査委員会")
    COMPANY_AUDITORS = item.Label("Company auditors", "監査役")


@item.part("Dissent of a member", "委員又は監査役の付記意見", prefix="AuditDissent")
@frozen(kw_only=True)
class AuditDissent(Part):
    """The opinion of a member who differs from the report."""

    name: Is[Text, item.words("Name of the member who differs", "異なる意見を付記した者の氏名"), NameOf.PERSON]
    text: Is[Prose, item.prose("Opinion of the member who differs", "付記された意見")] = None


@item.part("Results of the audit by the body", "監査の結果（監査等委員会等）", prefix="AuditBodyResult")
@frozen(kw_only=True)
class AuditBodyResults(Part):
    """What the body found on business report, duties, internal control and statements."""

    title: Is[Words, item.words("Heading of the results of the body", "監査の結果の見出し")] = None
    business_report: Is[
        tuple[Text, ...],
        item.rows("Results of the body on the business report", "事業報告等の監査結果", name="AuditBodyBusinessReport"),
        item.words("Result of the body on the business report", "事業報告等の監査結果"),
    ] = ()
    basic_policy: Is[
        Prose,
        item.prose("Opinion of the body on the basic policy on control", "会社の支配に関する基本方針についての意見"),
    ] = None
    parent_transactions: Is[
        Prose,
        item.prose("Opinion of the body on transactions with parents", "親会社等との取引についての意見"),
    ] = None
    statements: Is[
        Prose,
        item.prose("Result of the body on the financial statements", "計算書類及びその附属明細書の監査結果"),
    ] = None
    consolidated: Is[
        Prose,
        item.prose("Result of the body on the consolidated statements", "連結計算書類の監査結果"),
    ] = None


@item.part(
    "Report of an auditing body", "監査等委員会等の監査報告", role=True, file=True,
    ref=(
        item.act("381", "1"), item.act("399-2", "3", "1"), item.act("404", "2", "1"),
        item.enforcement("129"), item.enforcement("130-2"), item.enforcement("131"),
        item.accounting("127"), item.accounting("128-2"), item.accounting("129"),
    ),
)  # fmt: skip
@frozen(kw_only=True)
class AuditBodyReport(Part):
    """Audit report of an audit and supervisory committee, an audit committee, or company auditors without a board.

    Companies Act, articles 381, 399-2 and 404; Ordinance for Enforcement, articles 129, 130-2 and 131; Ordinance on
    Company Accounting, articles 122, 127, 128-2 and 129.
    """

    title: Is[Words, item.words("Title of the body's report", "監査報告の表題")] = None
    introduction: Is[Prose, item.prose("Introduction of the body's report", "監査報告の前文")] = None
    fiscal_term: Is[
        Tally, item.count("Fiscal term audited by the body as printed", "監査対象期の記載"), NextYear.COUNTED
    ] = None
    period_start: Is[
        date | None, item.day("First day of the period audited by the body", "監査対象期間の開始日の記載")
    ] = None
    period_end: Is[
        date | None, item.day("Last day of the period audited by the body", "監査対象期間の終了日の記載")
    ] = None
    accounting_only: Is[
        Prose,
        item.prose(
            "Statement that the audit is limited to accounting",
            "監査の範囲を会計に関するものに限定する旨",
            ref=(item.act("389"), item.enforcement("129", "2")),
        ),
    ] = None
    method_title: Is[Words, item.words("Heading of the body's method", "監査の方法の見出し")] = None
    method: Is[Prose, item.prose("Method of the body's audit", "監査の方法及びその内容")] = None
    results: AuditBodyResults | None = None
    subsequent_events: Is[Prose, item.prose("Subsequent events in the body's report", "監査報告の後発事象")] = None
    dissents: Is[tuple[AuditDissent, ...], item.rows("Differing opinions", "付記された意見", name="AuditDissents")] = ()
    report_date: Is[date | None, item.day("Date of the body's report", "監査報告を作成した日")] = None
    company: Is[Words, item.words("Company of the body", "監査報告の会社名"), NameOf.FILER] = None
    body: Is[Words, item.words("Body that reports as printed", "監査報告の作成者")] = None
    signatories: Is[
        tuple[Signatory, ...],
        item.rows("Signatories of the body's report", "監査報告の署名者", name="AuditBodySignatories"),
    ] = ()
    note: Is[Prose, item.prose("Note to the body's report", "監査報告の注")] = None
