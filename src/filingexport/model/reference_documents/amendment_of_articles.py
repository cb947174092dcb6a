"""Proposal: amendment of the articles of incorporation (定款の一部変更)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Block, Prose, Tally, Words


@item.part("Amended article", "変更する条文", prefix="AmendedArticle")
@frozen(kw_only=True)
class AmendedArticle(Part):
    """An article as it is and as it is proposed to be; changes underlined as printed."""

    present: Is[Prose, item.prose("Present article", "現行定款")] = None
    proposed: Is[Prose, item.prose("Proposed article", "変更案")] = None


@item.part("Amendment of the articles of incorporation", "定款の一部変更", role=True, file=True, ref=item.act("466"))
@frozen(kw_only=True)
class AmendmentOfArticles(Part):
    """Amendments to the articles of incorporation (Companies Act, article 466)."""

    number: Is[Tally, item.count("Number of the proposal on the articles", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on the articles", "議案の件名")] = None
    introduction: Is[Prose, item.prose("Introduction of the amendments", "変更議案の前文")] = None
    reasons_heading: Is[Words, item.words("Heading of the reasons for amendments", "変更の理由の見出し")] = None
    reasons: Is[
        tuple[Block, ...],
        item.rows("Reasons for amendments", "変更の理由", name="AmendmentReasons"),
        item.prose("Reason for the amendments", "変更の理由"),
    ] = ()
    content_heading: Is[Words, item.words("Heading of the content of amendments", "変更の内容の見出し")] = None
    content_introduction: Is[Prose, item.prose("Introduction of the content of amendments", "変更の内容の前文")] = None
    present_heading: Is[Words, item.words("Heading of the present articles", "現行定款の見出し")] = None
    proposed_heading: Is[Words, item.words("Heading of the proposed articles", "変更案の見出し")] = None
    articles: Is[tuple[AmendedArticle, ...], item.rows("Amended articles", "変更する条文", name="AmendedArticles")] = ()
