"""Notes to the balance sheet or statement of financial position (貸借対照表等に関する注記)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text, Words


@item.part(
    "Pledged assets", "担保に供している資産", prefix="Pledged", instant=True, ref=item.accounting("103", "", "1")
)
@frozen(kw_only=True)
class PledgedAsset(Part):
    """An asset that is pledged, or a liability that it secures."""

    name: Is[Text, item.words("Asset pledged or liability secured", "担保資産又は担保付債務の科目")]
    amount: Is[Amount, item.money("Amount pledged or secured", "担保資産又は担保付債務の金額")] = None


@item.part("Guarantee", "保証債務", prefix="Guarantee", instant=True, ref=item.accounting("103", "", "5"))
@frozen(kw_only=True)
class Guarantee(Part):
    """A debt of another that the company stands for, or another contingent liability."""

    beneficiary: Is[Text, item.words("Whose debt is guaranteed", "被保証者")]
    nature: Is[Words, item.words("Nature of the debt guaranteed", "保証債務の内容")] = None
    amount: Is[Amount, item.money("Amount guaranteed", "保証債務の金額")] = None


@item.part("Notes to the balance sheet", "貸借対照表に関する注記", instant=True, ref=item.accounting("103"))
@frozen(kw_only=True)
class NotesToBalanceSheet(Part):
    """What stands behind the balance sheet: pledges, depreciation, guarantees, claims in the group (Ordinance on Company Accounting, article 103)."""

    title: Is[Words, item.words("Heading of the notes to the balance sheet", "貸借対照表に関する注記の見出し")] = None
    text: Is[Prose, item.prose("Notes to the balance sheet as printed", "貸借対照表に関する注記の記載")] = None
    pledged_assets: Is[
        tuple[PledgedAsset, ...], item.rows("Assets pledged", "担保に供している資産", name="PledgedAssets")
    ] = ()
    secured_liabilities: Is[
        tuple[PledgedAsset, ...], item.rows("Liabilities secured", "担保に係る債務", name="SecuredLiabilities")
    ] = ()
    allowance_deducted: Is[
        Amount,
        item.credit(
            "Allowances deducted from assets directly",
            "資産から直接控除した引当金",
            ref=item.accounting("103", "", "2"),
        ),
    ] = None
    accumulated_depreciation: Is[
        Amount,
        item.credit(
            "Accumulated depreciation and amortization of property and equipment",
            "有形固定資産の減価償却累計額",
            name="AccumulatedDepreciationOfPropertyAndEquipment",
            ref=item.accounting("103", "", "3"),
        ),
    ] = None
    guarantees: Is[tuple[Guarantee, ...], item.rows("Guarantees", "保証債務等", name="Guarantees")] = ()
    contingent_liabilities: Is[
        Prose, item.prose("Contingent liabilities", "偶発債務", ref=item.accounting("103", "", "5"))
    ] = None
    land_revaluation: Is[Prose, item.prose("Revaluation of land", "土地の再評価に関する注記")] = None
    financial_covenants: Is[Prose, item.prose("Financial covenants", "財務制限条項")] = None
    heading: Is[
        Words,
        item.words("Heading of claims on and liabilities to subsidiaries", "関係会社に対する金銭債権債務の見出し"),
    ] = None
    short_term_monetary_claims: Is[Amount, item.debit("Short-term monetary claims", "短期金銭債権")] = None
    long_term_monetary_claims: Is[Amount, item.debit("Long-term monetary claims", "長期金銭債権")] = None
    short_term_monetary_liabilities: Is[Amount, item.credit("Short-term monetary liabilities", "短期金銭債務")] = None
    long_term_monetary_liabilities: Is[Amount, item.credit("Long-term monetary liabilities", "長期金銭債務")] = None
