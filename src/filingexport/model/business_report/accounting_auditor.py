"""Business report: accounting auditor (会計監査人に関する事項)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Words


@item.part(
    "Accounting auditor",
    "会計監査人に関する事項",
    prefix="AccountingAuditor",
    role=True,
    file=True,
    ref=item.enforcement("126"),
)
@frozen(kw_only=True)
class AccountingAuditor(Part):
    """The accounting auditor and its fees (Ordinance for Enforcement, article 126)."""

    title: Is[Words, item.words("Heading of the accounting auditor", "会計監査人に関する事項の見出し")] = None
    name_title: Is[Words, item.words("Heading of the name of the accounting auditor", "会計監査人の名称の見出し")] = (
        None
    )
    name: Is[
        Words,
        item.words("Name of the accounting auditor", "会計監査人の名称", ref=item.enforcement("126", "", "1")),
        NameOf.FIRM,
    ] = None
    fees_title: Is[
        Words, item.words("Heading of the fees of the accounting auditor", "会計監査人の報酬等の額の見出し")
    ] = None
    audit_fee: Is[
        Amount,
        item.debit(
            "Remuneration of the accounting auditor for the year",
            "会計監査人の報酬等の額",
            ref=item.enforcement("126", "", "2"),
        ),
    ] = None
    total_fees_payable: Is[
        Amount,
        item.debit(
            "Total payable to the accounting auditor by the company and its subsidiaries",
            "当社及び子会社が支払うべき金銭その他の財産上の利益の合計額",
            ref=item.enforcement("126", "", "8"),
        ),
    ] = None
    fees_note: Is[Prose, item.prose("Note to the fees of the accounting auditor", "会計監査人の報酬等の額の注")] = None
    non_audit_services_title: Is[Words, item.words("Heading of the non-audit services", "非監査業務の見出し")] = None
    non_audit_services: Is[
        Prose, item.prose("Non-audit services", "非監査業務の内容", ref=item.enforcement("126", "", "3"))
    ] = None
    dismissal_policy_title: Is[
        Words, item.words("Heading of the policy for dismissal", "解任又は不再任の決定の方針の見出し")
    ] = None
    dismissal_policy: Is[
        Prose,
        item.prose(
            "Policy for dismissal or refusal to rehire an accounting auditor",
            "会計監査人の解任又は不再任の決定の方針",
            ref=item.enforcement("126", "", "4"),
        ),
    ] = None
    consent_reason: Is[
        Prose,
        item.prose(
            "Why the auditors consented to the remuneration",
            "会計監査人の報酬等に同意した理由",
            ref=(item.act("399"), item.enforcement("126", "", "2")),
        ),
    ] = None
    suspension: Is[
        Prose,
        item.prose(
            "Suspension of business of the accounting auditor",
            "会計監査人の業務停止処分に関する事項",
            ref=(item.enforcement("126", "", "5"), item.enforcement("126", "", "6")),
        ),
    ] = None
    liability_limitation: Is[
        Prose,
        item.prose(
            "Liability limitation contract with the accounting auditor",
            "会計監査人との責任限定契約の内容の概要",
            ref=item.enforcement("126", "", "7"),
        ),
    ] = None
    indemnity: Is[
        Prose,
        item.prose(
            "Indemnity contract with the accounting auditor",
            "会計監査人との補償契約に関する事項",
            ref=item.enforcement("126", "", "7-2"),
        ),
    ] = None
    subsidiaries_audited_by_others: Is[
        Prose,
        item.prose(
            "Subsidiaries audited by other auditors",
            "他の監査法人等の監査を受けている子会社",
            ref=item.enforcement("126", "", "8"),
        ),
    ] = None
    resignation: Is[
        Prose,
        item.prose(
            "Resignation or dismissal of an accounting auditor in the year",
            "当期中に辞任又は解任された会計監査人に関する事項",
            ref=item.enforcement("126", "", "9"),
        ),
    ] = None
