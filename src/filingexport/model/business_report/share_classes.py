"""Business report: shares by class, and the company's own shares (種類株式、自己株式)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Tally, Text, Words


class ShareClassKind(item.Choice):
    """What kind of shares a class is (Companies Act, articles 107 and 108); its name is the company's own."""

    COMMON = "common shares", "普通株式"
    PREFERRED = "preferred shares", "優先株式"
    DEFERRED = "deferred shares", "劣後株式"
    MIXED = "preferred in one respect and deferred in another", "混合株式"
    OTHER = "other class shares", "その他の種類株式"


@item.part("Class of shares", "種類株式", prefix="ShareClass", instant=True, ref=(item.act("107"), item.act("108")))
@frozen(kw_only=True)
class ShareClass(Part):
    """One class of shares: how many may be and are issued, and what they give (Companies Act, article 108)."""

    name: Is[Text, item.words("Name of the class of shares", "株式の種類")]
    kind: Is[ShareClassKind | None, item.choice("Kind of the class of shares", "株式の種類の区分")] = None
    authorized: Is[Quantity, item.shares("Number of shares of the class authorized", "発行可能種類株式総数")] = None
    issued: Is[Quantity, item.shares("Number of shares of the class issued", "種類ごとの発行済株式の総数")] = None
    treasury: Is[Quantity, item.shares("Number of treasury shares of the class", "種類ごとの自己株式の数")] = None
    holders: Is[Tally, item.count("Number of holders of the class", "種類ごとの株主数")] = None
    share_unit: Is[Quantity, item.shares("Shares in a voting unit of the class", "種類ごとの単元株式数")] = None
    voting: Is[bool | None, item.flag("Shares of the class vote", "議決権の有無")] = None
    content: Is[Prose, item.prose("What shares of the class give", "種類株式の内容")] = None


@item.part("Shares held of a class", "種類別の持株数", prefix="SharesHeldOfClass", instant=True)
@frozen(kw_only=True)
class SharesHeldOfClass(Part):
    """What a major shareholder holds of one class of shares."""

    share_class: Is[Text, item.words("Class of the shares held", "保有する株式の種類")]
    shares: Is[Quantity, item.shares("Number of shares held of the class", "種類別の持株数")] = None


@item.part("Acquisition of treasury shares", "自己株式の取得", prefix="TreasuryAcquisition", ref=item.act("156"))
@frozen(kw_only=True)
class TreasuryAcquisition(Part):
    """One acquisition, disposal or cancellation of own shares (Companies Act, articles 155, 165 and 178)."""

    resolved_on: Is[date | None, item.day("Date of the resolution on treasury shares", "自己株式に係る決議日")] = None
    resolved_by: Is[Words, item.words("Body that resolved on treasury shares", "自己株式に係る決議機関")] = None
    reason: Is[Prose, item.prose("Reason for the acquisition of treasury shares", "自己株式を取得した理由")] = None
    share_class: Is[Words, item.words("Class of the treasury shares", "自己株式の種類")] = None
    shares: Is[Quantity, item.shares("Number of treasury shares acquired", "取得した自己株式の数")] = None
    amount: Is[Amount, item.debit("Cost of the treasury shares acquired", "自己株式の取得価額の総額")] = None
    first_day: Is[date | None, item.day("First day of the acquisition of treasury shares", "取得期間の開始日")] = None
    last_day: Is[date | None, item.day("Last day of the acquisition of treasury shares", "取得期間の終了日")] = None
    method: Is[Words, item.words("Method of the acquisition of treasury shares", "自己株式の取得の方法")] = None
    disposed: Is[Quantity, item.shares("Number of treasury shares disposed of", "処分した自己株式の数")] = None
    cancelled: Is[
        Quantity, item.shares("Number of treasury shares cancelled", "消却した自己株式の数", ref=item.act("178"))
    ] = None
