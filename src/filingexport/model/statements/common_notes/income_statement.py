"""Notes to the statement of income or of profit or loss (損益計算書に関する注記)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text, Words


@item.part("Impairment loss", "減損損失", prefix="ImpairmentNote", ref=item.accounting("116"))
@frozen(kw_only=True)
class ImpairmentLoss(Part):
    """A group of assets that was written down in the year."""

    use: Is[Text, item.words("Use of the impaired assets", "減損した資産の用途")]
    kind: Is[Words, item.words("Kind of the impaired assets", "減損した資産の種類")] = None
    place: Is[Words, item.words("Place of the impaired assets", "減損した資産の場所")] = None
    amount: Is[Amount, item.debit("Impairment loss on the assets", "減損損失の金額")] = None


@item.part("Notes to the statement of income", "損益計算書に関する注記", ref=item.accounting("104"))
@frozen(kw_only=True)
class NotesToIncomeStatement(Part):
    """Transactions with subsidiaries and affiliates, impairment losses (Ordinance on Company Accounting, articles 104 and 116)."""

    title: Is[
        Words, item.words("Heading of the notes to the statement of income", "損益計算書に関する注記の見出し")
    ] = None
    text: Is[Prose, item.prose("Notes to the statement of income as printed", "損益計算書に関する注記の記載")] = None
    heading: Is[Words, item.words("Heading of the transactions with subsidiaries", "関係会社との取引高の見出し")] = None
    revenues: Is[Amount, item.credit("Revenues from subsidiaries", "関係会社への売上高")] = None
    purchases: Is[Amount, item.debit("Purchases from subsidiaries", "関係会社からの仕入高")] = None
    non_operating_transactions: Is[
        Amount, item.money("Turnover from non-operating transactions", "営業取引以外の取引高")
    ] = None
    impairment_losses: Is[
        tuple[ImpairmentLoss, ...],
        item.rows("Impairment losses by asset group", "減損損失の内訳", name="ImpairmentLosses"),
    ] = ()
    impairment_text: Is[
        Prose, item.prose("How impairment losses came about", "減損損失の認識に至った経緯及び回収可能価額の算定方法")
    ] = None
