"""Notes: accounting estimates, and changes of policies, presentation and estimates (会計上の見積り、会計方針の変更等)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text, Words


@item.part("Accounting estimate", "会計上の見積り", prefix="AccountingEstimate", ref=item.accounting("102-3-2"))
@frozen(kw_only=True)
class AccountingEstimate(Part):
    """An item with an estimate that may change the next year's statements (article 102-3-2)."""

    name: Is[Text, item.words("Item with an accounting estimate", "会計上の見積りによる項目")]
    amount: Is[
        Amount,
        item.money("Amount with an accounting estimate", "会計上の見積りにより計上した金額", instant=True),
    ] = None
    flow_amount: Is[
        Amount,
        item.money("Amount with an accounting estimate in the income of the year", "会計上の見積りにより計上した損益"),
    ] = None
    explanation: Is[
        Prose,
        item.prose(
            "What helps to understand the estimate",
            "会計上の見積りの理解に資する情報",
            doc="Method, main assumptions, effect on the next year.",
        ),
    ] = None


@item.part("Accounting estimates", "会計上の見積りに関する注記", ref=item.accounting("102-3-2"))
@frozen(kw_only=True)
class AccountingEstimatesNote(Part):
    """Items with accounting estimates (Ordinance on Company Accounting, article 102-3-2)."""

    title: Is[Words, item.words("Heading of the accounting estimates", "会計上の見積りに関する注記の見出し")] = None
    text: Is[Prose, item.prose("Accounting estimates as printed", "会計上の見積りに関する注記の記載")] = None
    estimates: Is[
        tuple[AccountingEstimate, ...],
        item.rows("Items with accounting estimates", "会計上の見積りによる項目", name="AccountingEstimates"),
    ] = ()


@item.part("Changes in accounting", "会計方針の変更等に関する注記")
@frozen(kw_only=True)
class AccountingChangesNote(Part):
    """Changes of policies, presentation and estimates, and corrections (articles 102-2 to 102-5)."""

    title: Is[Words, item.words("Heading of the changes in accounting", "会計方針の変更等の見出し")] = None
    policies: Is[Prose, item.prose("Change in accounting policies", "会計方針の変更", ref=item.accounting("102-2"))] = (
        None
    )
    presentation: Is[
        Prose, item.prose("Change in presentation of the statements", "表示方法の変更", ref=item.accounting("102-3"))
    ] = None
    estimates: Is[
        Prose, item.prose("Change in accounting estimates", "会計上の見積りの変更", ref=item.accounting("102-4"))
    ] = None
    corrections: Is[Prose, item.prose("Correction of errors", "誤謬の訂正", ref=item.accounting("102-5"))] = None
    additional: Is[Prose, item.prose("Additional information", "追加情報", ref=item.accounting("116"))] = None
