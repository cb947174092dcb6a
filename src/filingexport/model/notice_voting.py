"""Notice: rules of voting without attending (議決権の行使に関する事項)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Prose, Tally, Text, Words


@item.part("Help desk", "問合せ先", prefix="HelpDesk")
@frozen(kw_only=True)
class HelpDesk(Part):
    """Whom to ask about voting: name, telephone, hours."""

    name: Is[Text, item.words("Name of the help desk", "問合せ先の名称")]
    telephone: Is[Words, item.words("Telephone of the help desk", "問合せ先の電話番号")] = None
    hours: Is[Words, item.words("Hours of the help desk", "問合せ先の受付時間")] = None


@item.part("Voting by internet", "インターネットによる議決権行使", prefix="InternetVoting", ref=item.act("312"))
@frozen(kw_only=True)
class InternetVoting(Part):
    """The site on which votes are cast, how to enter it and when it is open (Companies Act, article 312)."""

    title: Is[Words, item.words("Heading of voting by internet", "インターネットによる議決権行使の見出し")] = None
    site: Is[str | None, item.uri("Web site for votes", "議決権行使サイト")] = None
    hours: Is[Words, item.words("Hours in which the web site for votes is open", "議決権行使サイトの取扱時間")] = None
    log_in: Is[Prose, item.prose("How to enter the web site for votes", "ログインの方法")] = None
    scan_code: Is[
        Prose, item.prose("Voting by scanning a code without a password", "二次元コードの読取りによる議決権行使")
    ] = None
    costs: Is[Prose, item.prose("Costs of access to the web site for votes", "接続料金等")] = None
    help_desks: Is[tuple[HelpDesk, ...], item.rows("Help desks", "問合せ先", name="HelpDesks")] = ()


@item.part("Voting by platform", "議決権電子行使プラットフォーム", prefix="PlatformVoting", ref=item.act("312"))
@frozen(kw_only=True)
class PlatformVoting(Part):
    """The platform on which institutional investors vote."""

    operator: Is[Words, item.words("Operator of the voting platform", "プラットフォームの運営者")] = None
    text: Is[Prose, item.prose("Voting by platform", "プラットフォームによる議決権行使についての案内")] = None


@item.part("Rules of voting", "議決権の行使に関する事項", prefix="VotingRules", ref=item.enforcement("63"))
@frozen(kw_only=True)
class VotingRules(Part):
    """What the board decided on votes (Companies Act, article 298; Ordinance for Enforcement, article 63)."""

    title: Is[Words, item.words("Heading of the rules of voting", "議決権の行使に関する事項の見出し")] = None
    record_date: Is[date | None, item.day("Record date of votes", "議決権の基準日", ref=item.act("124", "1"))] = None
    voting_rights: Is[
        Tally,
        item.count("Number of voting rights of all shareholders", "総株主の議決権の数", instant=True),
    ] = None
    internet: InternetVoting | None = None
    platform: PlatformVoting | None = None
    duplicate_votes: Is[
        Prose,
        item.prose(
            "Which of several votes counts",
            "重複して行使された議決権の取扱い",
            doc="Votes both in writing and by internet, or several times by internet.",
            ref=(item.enforcement("63", "", "3"), item.enforcement("63", "", "4")),
        ),
    ] = None
    unmarked_votes: Is[
        Prose,
        item.prose(
            "How a voting form without a mark counts",
            "賛否の表示がない議決権行使書面の取扱い",
            ref=(item.enforcement("63", "", "3"), item.enforcement("66", "1", "2")),
        ),
    ] = None
    proxies: Is[
        Prose,
        item.prose(
            "Votes by proxy",
            "代理人による議決権の行使",
            ref=(item.act("310"), item.enforcement("63", "", "5")),
        ),
    ] = None
    split_votes: Is[
        Prose,
        item.prose(
            "Notice of votes that are not uniform",
            "議決権の不統一行使の通知",
            ref=(item.act("313", "2"), item.enforcement("63", "", "6")),
        ),
    ] = None
    result_publication: Is[Prose, item.prose("Where the result of votes is told", "決議結果の通知方法")] = None
