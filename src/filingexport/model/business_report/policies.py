"""Business report: defence against acquisitions, dividends, group transactions, going concern (方針及びその他の事項)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf, NextYear, quoted
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Rate, Text, Words


@item.part(
    "Defence against acquisitions", "会社の支配に関する取組み（買収への対応方針）", prefix="AcquisitionDefence",
    ref=item.enforcement("118", "", "3", in_2008=item.enforcement("127")),
)  # fmt: skip
@frozen(kw_only=True)
class AcquisitionDefence(Part):
    """What is done under the basic policy on control (Ordinance for Enforcement, article 118, item 3)."""

    title: Is[Words, item.words("Heading of the defence against acquisitions", "買収への対応方針の見出し")] = None
    plan: Is[Words, item.words("Name of the defence plan", "対応方針の名称")] = None
    effective_until: Is[date | None, item.day("Last day of the defence plan", "対応方針の有効期限"), NextYear.KEPT] = (
        None
    )
    trigger: Is[
        Rate,
        item.ratio(
            "Ratio of votes from which the defence plan applies", "対応方針の対象となる議決権割合", instant=True
        ),
    ] = None
    efforts: Is[Prose, item.prose("Special efforts under the basic policy", "基本方針の実現に資する特別な取組み")] = (
        None
    )
    measures: Is[
        Prose,
        item.prose(
            "Measures against control by inappropriate persons",
            "不適切な者によって支配されることを防止するための取組み",
        ),
    ] = None
    judgement: Is[
        Prose, item.prose("The board's judgement of the measures", "取組みについての取締役会の判断及びその理由")
    ] = None


@item.part(
    "Policy on dividends", "剰余金の配当等の決定に関する方針", prefix="DividendPolicy",
    ref=(item.act("459", "1"), item.enforcement("126", "", "10")),
)  # fmt: skip
@frozen(kw_only=True)
class DividendPolicy(Part):
    """How the board uses its power over dividends (Companies Act, article 459)."""

    title: Is[Words, item.words("Heading of the policy on dividends", "剰余金の配当等の決定に関する方針の見出し")] = (
        None
    )
    text: Is[
        Prose,
        item.prose(
            "Policy on dividends", "剰余金の配当等の決定に関する方針", edinet="jpcrp_cor:DividendPolicyTextBlock"
        ),
    ] = None
    payout_ratio_target: Is[Rate, item.ratio("Target of the payout ratio", "配当性向の目標"), quoted("text")] = None
    dividend_on_equity_target: Is[
        Rate, item.ratio("Target of dividends on equity", "株主資本配当率の目標"), quoted("text")
    ] = None


@item.part(
    "Specified wholly owned subsidiary", "特定完全子会社", prefix="SpecifiedSubsidiary",
    ref=item.enforcement("118", "", "4"),
)  # fmt: skip
@frozen(kw_only=True)
class SpecifiedSubsidiary(Part):
    """A wholly owned subsidiary whose shares are over a fifth of the company's assets."""

    name: Is[Text, item.words("Name of the specified wholly owned subsidiary", "特定完全子会社の名称"), NameOf.COMPANY]
    address: Is[Words, item.words("Address of the specified wholly owned subsidiary", "特定完全子会社の住所")] = None
    book_value: Is[
        Amount,
        item.debit(
            "Book value of the shares of the specified wholly owned subsidiary",
            "特定完全子会社の株式の帳簿価額",
            instant=True,
        ),
    ] = None


@item.part("Parent company", "親会社", prefix="ParentCompany", ref=item.enforcement("120", "1", "7"))
@frozen(kw_only=True)
class ParentCompany(Part):
    """A parent company: its ownership of the company, its relation and agreements with it."""

    name: Is[Text, item.words("Name of the parent company", "親会社の名称"), NameOf.COMPANY]
    ownership: Is[Rate, item.ratio("Votes held by the parent company", "親会社の議決権比率", instant=True)] = None
    relation: Is[Prose, item.prose("Relation with the parent company", "親会社との関係")] = None
    agreements: Is[
        Prose,
        item.prose("Agreements on important policies with the parent company", "重要な財務及び事業の方針に関する契約"),
    ] = None


@item.part(
    "Transactions with parent companies", "親会社等との間の取引に関する事項", prefix="ParentTransactions",
    ref=item.enforcement("118", "", "5"),
)  # fmt: skip
@frozen(kw_only=True)
class ParentTransactions(Part):
    """How transactions with parents were kept fair (Ordinance for Enforcement, article 118, item 5)."""

    title: Is[Words, item.words("Heading of the transactions with parents", "親会社等との取引の見出し")] = None
    care: Is[
        Prose,
        item.prose("Care that the company's interests were not harmed", "会社の利益を害さないように留意した事項"),
    ] = None
    judgement: Is[
        Prose,
        item.prose(
            "The board's judgement of the transactions with parents", "取引についての取締役会の判断及びその理由"
        ),
    ] = None
    outside_directors_opinion: Is[
        Prose,
        item.prose("Differing opinion of outside directors", "取締役会の判断と異なる社外取締役の意見"),
    ] = None


@item.part("Group relations", "親会社及び特定完全子会社に関する事項", prefix="GroupRelations")
@frozen(kw_only=True)
class GroupRelations(Part):
    """Parents, transactions with them, and specified wholly owned subsidiaries (article 118, items 4 and 5)."""

    parents: Is[tuple[ParentCompany, ...], item.rows("Parent companies", "親会社", name="ParentCompanies")] = ()
    parent_transactions: ParentTransactions | None = None
    specified_subsidiaries_title: Is[
        Words, item.words("Heading of the specified wholly owned subsidiaries", "特定完全子会社の見出し")
    ] = None
    specified_subsidiaries: Is[
        tuple[SpecifiedSubsidiary, ...],
        item.rows("Specified wholly owned subsidiaries", "特定完全子会社", name="SpecifiedSubsidiaries"),
    ] = ()
    total_assets: Is[
        Amount,
        item.debit(
            "Total assets compared with the shares of subsidiaries",
            "特定完全子会社の判定に用いた総資産の額",
            instant=True,
            ref=item.enforcement("118", "", "4"),
        ),
    ] = None


@item.part(
    "Going concern in the business report", "継続企業の前提に関する重要事象等", prefix="GoingConcernEvents",
    ref=item.enforcement("120", "1", "9"),
)  # fmt: skip
@frozen(kw_only=True)
class GoingConcernEvents(Part):
    """Events that raise doubt about going concern, as the business report tells them."""

    title: Is[
        Words, item.words("Heading of the events on going concern", "継続企業の前提に関する重要事象等の見出し")
    ] = None
    events: Is[Prose, item.prose("Events on going concern", "継続企業の前提に関する重要事象等")] = None
    measures: Is[Prose, item.prose("Measures on going concern", "重要事象等を解消又は改善するための対応策")] = None
    material_uncertainty: Is[bool | None, item.flag("Material uncertainty is recognised", "重要な不確実性の有無")] = (
        None
    )
