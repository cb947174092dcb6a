"""The notice itself (狭義の招集通知): where, when, what for, how to vote."""

from datetime import date, datetime

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf, NextYear
from filingexport.model.notice_attendance import MeetingAttendance
from filingexport.model.notice_electronic_provision import ElectronicProvision
from filingexport.model.notice_voting import VotingRules
from filingexport.model.part import Part
from filingexport.model.proposal_kinds import PROPOSAL_KIND, PROPOSER, ProposalKind, Proposer
from filingexport.model.values import Prose, Tally, Text, Words


class MeetingKind(item.Choice):
    """The kind of a general meeting (Companies Act, articles 296 and 324)."""

    ORDINARY = "ordinary", "定時株主総会"
    EXTRAORDINARY = "extraordinary", "臨時株主総会"
    CLASS = "class", "種類株主総会"


class VotingMethod(item.Choice):
    """How votes are cast without attending (Companies Act, articles 298, 311 and 312)."""

    WRITING = "writing", "書面"
    INTERNET = "internet", "インターネット"
    PLATFORM = "platform", "議決権電子行使プラットフォーム"
    PROXY = "proxy", "代理人"


@item.part("Cautionary note", "注意事項")
@frozen(kw_only=True)
class CautionaryNote(Part):
    """A caution to readers that stands before the notice."""

    number: Is[Tally, item.count("Number of the cautionary note", "注意事項の番号"), NextYear.KEPT] = None
    text: Is[Prose, item.prose("Cautionary note", "注意事項")] = None


@item.part("Convener", "招集者", ref=item.act("296", "3"))
@frozen(kw_only=True)
class Convener(Part):
    """Who convenes the meeting: the representative director, and the company's address."""

    name: Is[Text, item.words("Name of the convener", "招集者の氏名"), NameOf.PERSON]
    title: Is[Words, item.words("Title of the convener", "招集者の役職")] = None
    company: Is[Words, item.words("Company of the convener", "招集者の会社名"), NameOf.FILER] = None
    address: Is[
        tuple[Text, ...],
        item.rows("Address of the company", "会社の所在地", name="ConvenerAddress"),
        item.words("Line of the company's address", "会社の所在地の行"),
    ] = ()


@item.part(
    "Way to vote without attending",
    "書面等による議決権の行使",
    ref=(item.act("298", "1", "3"), item.act("298", "1", "4")),
)
@frozen(kw_only=True)
class VotingWay(Part):
    """One way to vote without attending, and until when (Companies Act, article 298, paragraph 1, items 3 and 4)."""

    method: Is[VotingMethod, item.choice("Method of voting", "議決権行使の方法")]
    deadline: Is[datetime | None, item.moment("Deadline of votes", "議決権行使の期限")] = None


@item.part("Meeting", "株主総会", ref=item.act("298", "1", "1"))
@frozen(kw_only=True)
class Meeting(Part):
    """The meeting: which, when, where (Companies Act, article 298, paragraph 1, item 1)."""

    ordinal: Is[Tally, item.count("Ordinal of the meeting", "総会の回次"), NextYear.COUNTED] = None
    kind: Is[MeetingKind | None, item.choice("Kind of meeting", "総会の種類")] = None
    starts_at: Is[datetime | None, item.moment("Date and time of the meeting", "総会の日時")] = None
    starts_at_printed: Is[
        Words, item.words("Date and time of the meeting as printed", "総会の日時の記載"), NextYear.EMPTIED
    ] = None
    place: Is[
        tuple[Text, ...],
        item.rows("Place of the meeting", "総会の場所", name="MeetingPlace"),
        item.words("Line of the place of the meeting", "総会の場所の行"),
    ] = ()


@item.part("Matter reported", "報告事項", ref=item.act("298", "1", "2"))
@frozen(kw_only=True)
class ReportedMatter(Part):
    """A matter that is reported and not voted on."""

    number: Is[Tally, item.count("Number of the matter reported", "報告事項の番号"), NextYear.KEPT] = None
    text: Is[Text, item.words("Matter reported", "報告事項")]


@item.part("Proposal on the agenda", "決議事項", ref=item.act("298", "1", "2"))
@frozen(kw_only=True)
class AgendaProposal(Part):
    """A proposal on the agenda: its number and title (Companies Act, article 298, paragraph 1, item 2)."""

    number: Is[Tally, item.count("Number of the proposal", "議案の番号")] = None
    title: Is[Text, item.words("Title of the proposal", "議案の件名")]
    kind: Is[ProposalKind | None, PROPOSAL_KIND] = None
    proposer: Is[Proposer | None, PROPOSER] = None


@item.part("Convocation notice", "招集通知", role=True, file=True, ref=item.act("299"))
@frozen(kw_only=True)
class Notice(Part):
    """The convocation notice (Companies Act, articles 298 and 299; Ordinance for Enforcement, article 63)."""

    document_title: Is[Words, item.words("Title of the document", "文書の表題")] = None
    translation_note: Is[Prose, item.prose("Note on the translation", "翻訳に関する注記")] = None
    original_title: Is[Words, item.words("Title of the original document", "原文書の表題")] = None
    cautionary_notes_heading: Is[Words, item.words("Heading of the cautionary notes", "注意事項の見出し")] = None
    cautionary_notes: Is[tuple[CautionaryNote, ...], item.rows("Cautionary notes", "注意事項")] = ()
    notice_date: Is[date | None, item.day("Date of the notice", "招集通知の日付", name="NoticeDate")] = None
    addressees: Is[Words, item.words("Addressees", "宛先")] = None
    convener: Convener | None = None
    title: Is[Words, item.words("Title of the notice", "招集通知の表題")] = None
    request: Is[Prose, item.prose("Request to attend", "招集の文言")] = None
    voting: Is[Prose, item.prose("How to vote without attending", "議決権の行使についての案内")] = None
    voting_ways: Is[tuple[VotingWay, ...], item.rows("Ways to vote without attending", "議決権の行使の方法")] = ()
    meeting: Meeting | None = None
    agenda_heading: Is[Words, item.words("Heading of the agenda", "目的事項の見出し")] = None
    reported_heading: Is[Words, item.words("Heading of the matters reported", "報告事項の見出し")] = None
    reported_matters: Is[tuple[ReportedMatter, ...], item.rows("Matters reported", "報告事項")] = ()
    resolved_heading: Is[Words, item.words("Heading of the matters to be resolved", "決議事項の見出し")] = None
    proposals: Is[
        tuple[AgendaProposal, ...],
        item.rows("Proposals on the agenda", "決議事項", name="AgendaProposals"),
        NextYear.DROPPED,
    ] = ()
    changes_heading: Is[Words, item.words("Heading of the notice of changes", "修正の周知の見出し")] = None
    changes: Is[
        Prose,
        item.prose("Where changes to the documents are published", "修正の周知方法", ref=item.enforcement("65", "3")),
    ] = None
    changes_url: Is[str | None, item.uri("Web site where changes are published", "修正を周知するウェブサイト")] = None
    electronic_provision: ElectronicProvision | None = None
    attendance: MeetingAttendance | None = None
    voting_rules: VotingRules | None = None
