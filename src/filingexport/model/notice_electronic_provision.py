"""Notice: documents that are provided on web sites (電子提供措置)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Prose, Text, Words


@item.part("Web site of electronic provision", "電子提供措置をとるウェブサイト", prefix="ProvisionSite")
@frozen(kw_only=True)
class ProvisionSite(Part):
    """A web site on which the documents are, and who publishes it: the company, the exchange, another."""

    publisher: Is[Words, item.words("Publisher of the web site", "ウェブサイトの運営者")] = None
    name: Is[Words, item.words("Name of the web site", "ウェブサイトの名称")] = None
    url: Is[str | None, item.uri("Address of the web site", "ウェブサイトのアドレス")] = None
    directions: Is[Prose, item.prose("How to find the documents on the web site", "ウェブサイトの閲覧方法")] = None


@item.part(
    "Document left out of the paper documents", "交付書面に記載しない事項", prefix="OmittedDocument",
    ref=(item.act("325-5", "3"), item.enforcement("95-4")),
)  # fmt: skip
@frozen(kw_only=True)
class OmittedDocument(Part):
    """A matter that the articles allow to be left out of the documents on paper (Enforcement, article 95-4)."""

    title: Is[Text, item.words("Title of the document left out", "記載しない事項")]
    section: Is[Words, item.words("Section of the document left out", "記載しない事項の区分")] = None


@item.part(
    "Electronic provision", "電子提供措置", prefix="ElectronicProvision",
    ref=(item.act("325-2"), item.act("325-3"), item.act("325-4")),
)  # fmt: skip
@frozen(kw_only=True)
class ElectronicProvision(Part):
    """Documents on web sites, what paper documents leave out, and until when paper can be requested.

    Companies Act, articles 325-2 to 325-5; Ordinance for Enforcement, articles 95-2 to 95-4.
    """

    title: Is[Words, item.words("Heading of electronic provision", "電子提供措置の見出し")] = None
    text: Is[Prose, item.prose("Electronic provision", "電子提供措置についての案内")] = None
    start_date: Is[
        date | None,
        item.day(
            "First day of electronic provision",
            "電子提供措置の開始日",
            doc="At the latest three weeks before the meeting, or the day of the notice if that is earlier.",
            ref=item.act("325-3", "1"),
        ),
    ] = None
    end_date: Is[
        date | None,
        item.day(
            "Last day of electronic provision",
            "電子提供措置の終了日",
            doc="At the earliest three months after the meeting.",
            ref=item.act("325-3", "1"),
        ),
    ] = None
    sites: Is[
        tuple[ProvisionSite, ...],
        item.rows("Web sites of electronic provision", "電子提供措置をとるウェブサイト", name="ProvisionSites"),
    ] = ()
    omitted_introduction: Is[
        Prose, item.prose("Introduction of the documents left out", "交付書面に記載しない事項の前文")
    ] = None
    omitted: Is[
        tuple[OmittedDocument, ...],
        item.rows("Documents left out of the paper documents", "交付書面に記載しない事項", name="OmittedDocuments"),
    ] = ()
    omitted_note: Is[
        Prose,
        item.prose(
            "Note that the paper documents are a part of what was audited", "交付書面が監査対象の一部である旨の注記"
        ),
    ] = None
    paper_to_all: Is[
        bool | None,
        item.flag("Paper documents sent to all shareholders", "全株主への書面の送付"),
    ] = None
    paper_request_deadline: Is[
        date | None,
        item.day(
            "Last day to request paper documents",
            "書面交付請求の期限",
            doc="The record date of votes at the meeting.",
            ref=item.act("325-5", "2"),
        ),
    ] = None
    paper_request: Is[
        Prose, item.prose("How to request paper documents", "書面交付請求の方法", ref=item.act("325-5", "1"))
    ] = None
