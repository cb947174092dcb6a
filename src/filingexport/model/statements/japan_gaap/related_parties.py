"""Transactions with related parties (関連当事者との取引に関する注記)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Rate, Text, Words


@item.part("Transaction with a related party", "関連当事者との取引", prefix="RelatedPartyTransaction")
@frozen(kw_only=True)
class RelatedPartyTransaction(Part):
    """One transaction and one account; a row may have either alone."""

    nature: Is[Words, item.words("Nature of the transaction", "取引の内容")] = None
    amount: Is[Amount, item.money("Amount of the transaction", "取引金額")] = None
    account: Is[Words, item.words("Account", "科目")] = None
    balance: Is[Amount, item.money("Balance at the end of the year", "期末残高", instant=True)] = None


@item.part("Related party", "関連当事者", prefix="RelatedParty")
@frozen(kw_only=True)
class RelatedParty(Part):
    """A related party, the company's relation with it, and the transactions of the year."""

    attribute: Is[Words, item.words("Attribute", "属性")] = None
    name: Is[Text, item.words("Name of the related party", "会社等の名称"), NameOf.COMPANY]
    business: Is[
        tuple[Text, ...],
        item.rows("Businesses of the related party", "関連当事者の事業の内容", name="RelatedPartyBusinesses"),
        item.words("Business of the related party", "事業の内容"),
    ] = ()
    ownership: Is[
        Rate,
        item.ratio(
            "Ownership of voting rights",
            "議決権等の所有（被所有）割合",
            instant=True,
            doc="Owned by the company, or of the company by the party: see the attribute.",
        ),
    ] = None
    concurrent_officers: Is[bool | None, item.flag("Concurrent offices of directors", "役員の兼任等")] = None
    business_relation: Is[Words, item.words("Business relation", "事業上の関係")] = None
    transactions: Is[
        tuple[RelatedPartyTransaction, ...],
        item.rows("Transactions with the related party", "関連当事者との取引", name="RelatedPartyTransactions"),
    ] = ()


@item.part("Related parties of one kind", "関連当事者の区分", prefix="RelatedPartyGroup")
@frozen(kw_only=True)
class RelatedPartyGroup(Part):
    """A table of related parties of one kind."""

    title: Is[Text, item.words("Heading of the table of related parties", "関連当事者の区分の見出し")]
    balance_heading: Is[Words, item.words("Heading of the balances as printed", "期末残高欄の表示")] = None
    amount_heading: Is[Words, item.words("Heading of the amounts as printed", "取引金額欄の表示")] = None
    parties: Is[tuple[RelatedParty, ...], item.rows("Related parties", "関連当事者", name="RelatedParties")] = ()


@item.part(
    "Related party transactions",
    "関連当事者との取引に関する注記",
    prefix="RelatedPartiesNote",
    ref=item.accounting("112"),
)
@frozen(kw_only=True)
class RelatedParties(Part):
    """Transactions with related parties (Ordinance on Company Accounting, article 112)."""

    title: Is[
        Words, item.words("Heading of the notes on related parties", "関連当事者との取引に関する注記の見出し")
    ] = None
    groups: Is[
        tuple[RelatedPartyGroup, ...],
        item.rows("Kinds of related parties", "関連当事者の区分", name="RelatedPartyGroups"),
    ] = ()
    notes: Is[Prose, item.prose("Notes to the related party transactions", "関連当事者との取引の注")] = None
    terms: Is[
        tuple[Text, ...],
        item.rows("Terms and conditions of transactions", "取引条件及び取引条件の決定方針等", name="RelatedPartyTerms"),
        item.words("Terms and conditions of a transaction", "取引条件"),
    ] = ()
