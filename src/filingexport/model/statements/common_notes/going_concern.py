"""Notes: going concern (継続企業の前提に関する注記)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Prose, Words


@item.part("Going concern", "継続企業の前提に関する注記", ref=item.accounting("100"))
@frozen(kw_only=True)
class GoingConcernNote(Part):
    """Material doubt about going concern and what is done about it (Ordinance on Company Accounting, article 100)."""

    title: Is[Words, item.words("Heading of the note on going concern", "継続企業の前提に関する注記の見出し")] = None
    text: Is[Prose, item.prose("Note on going concern as printed", "継続企業の前提に関する注記の記載")] = None
    events: Is[
        Prose,
        item.prose(
            "Events that raise material doubt",
            "重要な疑義を生じさせる事象又は状況",
            ref=item.accounting("100", "", "1"),
        ),
    ] = None
    measures: Is[
        Prose,
        item.prose("Measures against the events", "解消又は改善するための対応策", ref=item.accounting("100", "", "2")),
    ] = None
    uncertainty: Is[
        Prose,
        item.prose(
            "Material uncertainty and its reason",
            "重要な不確実性が認められる旨及びその理由",
            ref=item.accounting("100", "", "3"),
        ),
    ] = None
    reflected: Is[
        Prose,
        item.prose(
            "Whether the statements reflect the uncertainty",
            "重要な不確実性の影響の反映の有無",
            ref=item.accounting("100", "", "4"),
        ),
    ] = None
