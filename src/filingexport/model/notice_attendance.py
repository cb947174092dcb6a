"""Notice: attendance in person and through the internet (出席の方法、バーチャル株主総会)."""

from datetime import date, datetime
from typing import Final

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.item import Law
from filingexport.model.part import Part
from filingexport.model.values import Prose, Text, Words

COMPETITIVENESS_ACT: Final = Law("Industrial Competitiveness Enhancement Act", "66", "1")
"""The provision for meetings without a place (産業競争力強化法)."""


class MeetingForm(item.Choice):
    """In which form a meeting is held."""

    PHYSICAL = "physical", "実際の会場のみで開催"
    HYBRID_PARTICIPATION = "hybrid where online shareholders only watch", "ハイブリッド参加型"
    HYBRID_ATTENDANCE = "hybrid where online shareholders attend and vote", "ハイブリッド出席型"
    VIRTUAL_ONLY = "virtual only", "バーチャルオンリー"


@item.part("Virtual meeting", "バーチャル株主総会", prefix="VirtualMeeting")
@frozen(kw_only=True)
class VirtualMeeting(Part):
    """How to attend or watch through the internet, and what happens if communication fails."""

    title: Is[Words, item.words("Heading of the virtual meeting", "バーチャル株主総会の見出し")] = None
    without_place: Is[
        Prose,
        item.prose(
            "Statement that the meeting has no place", "場所の定めのない株主総会である旨", ref=COMPETITIVENESS_ACT
        ),
    ] = None
    confirmed_on: Is[
        date | None,
        item.day(
            "Date of the confirmation by the ministers", "経済産業大臣及び法務大臣の確認の日", ref=COMPETITIVENESS_ACT
        ),
    ] = None
    url: Is[str | None, item.uri("Address of the virtual meeting", "バーチャル株主総会のウェブサイト")] = None
    opens_at: Is[datetime | None, item.moment("Time at which the site opens", "ウェブサイトの開設日時")] = None
    registration_deadline: Is[
        datetime | None, item.moment("Deadline of registration for online attendance", "事前登録の期限")
    ] = None
    how_to_attend: Is[Prose, item.prose("How to attend through the internet", "インターネットによる出席の方法")] = None
    system_requirements: Is[Prose, item.prose("Equipment needed for online attendance", "推奨環境")] = None
    voting: Is[
        Prose, item.prose("Votes of those who attend through the internet", "インターネット出席株主の議決権行使")
    ] = None
    earlier_votes: Is[
        Prose,
        item.prose("Effect of online attendance on votes cast before", "事前行使と当日の議決権行使の取扱い"),
    ] = None
    questions: Is[Prose, item.prose("Questions and motions online", "質問及び動議の取扱い")] = None
    proxies: Is[Prose, item.prose("Proxies at the virtual meeting", "バーチャル株主総会における代理人")] = None
    communication_failure: Is[
        Prose,
        item.prose("What is done if communication fails", "通信障害が生じた場合の取扱い", ref=COMPETITIVENESS_ACT),
    ] = None
    without_internet: Is[
        Prose,
        item.prose(
            "Care for shareholders who cannot use the internet",
            "インターネットの使用に支障のある株主への配慮",
            ref=COMPETITIVENESS_ACT,
        ),
    ] = None


@item.part("Questions in advance", "事前質問", prefix="AdvanceQuestions")
@frozen(kw_only=True)
class AdvanceQuestions(Part):
    """Questions that shareholders may send before the meeting."""

    text: Is[Prose, item.prose("How to send questions in advance", "事前質問の方法")] = None
    url: Is[str | None, item.uri("Web site for questions in advance", "事前質問のウェブサイト")] = None
    deadline: Is[datetime | None, item.moment("Deadline of questions in advance", "事前質問の期限")] = None


@item.part("Attendance of the meeting", "株主総会への出席", prefix="MeetingAttendance")
@frozen(kw_only=True)
class MeetingAttendance(Part):
    """The form of the meeting, and what those who attend or watch need to know."""

    form: Is[MeetingForm | None, item.choice("Form of the meeting", "株主総会の開催方式")] = None
    reception_opens_at: Is[datetime | None, item.moment("Opening of the reception", "受付開始日時")] = None
    virtual: VirtualMeeting | None = None
    broadcast: Is[Prose, item.prose("Broadcast of the meeting", "株主総会の配信")] = None
    broadcast_url: Is[str | None, item.uri("Web site of the broadcast", "配信のウェブサイト")] = None
    advance_questions: AdvanceQuestions | None = None
    reason_for_date: Is[
        Prose,
        item.prose(
            "Reason for a date far from that of the year before",
            "開催日を決定した理由",
            ref=item.enforcement("63", "", "1"),
        ),
    ] = None
    reason_for_place: Is[
        Prose,
        item.prose(
            "Reason for a place far from those of the past",
            "開催場所を決定した理由",
            ref=item.enforcement("63", "", "2"),
        ),
    ] = None
    souvenirs: Is[bool | None, item.flag("Souvenirs for shareholders who attend", "お土産の有無")] = None
    requests: Is[
        tuple[Text, ...],
        item.rows("Requests to shareholders who attend", "ご来場の株主へのお願い", name="AttendanceRequests"),
        item.words("Request to shareholders who attend", "ご来場の株主へのお願い"),
    ] = ()
