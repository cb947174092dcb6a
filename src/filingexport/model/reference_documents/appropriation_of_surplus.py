"""Proposal: appropriation of surplus (剰余金の処分)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import adds, quoted
from filingexport.model.part import Part
from filingexport.model.reference_documents.share_class_dividend import (
    CLASS_DIVIDENDS,
    SURPLUS_MOVEMENTS,
    ClassDividend,
    SurplusMovement,
)
from filingexport.model.values import Amount, Prose, Tally, Words, YearMonth


@item.part("Appropriation of surplus", "剰余金の処分", role=True, file=True, ref=(item.act("453"), item.act("454")))
@frozen(kw_only=True)
class AppropriationOfSurplus(Part):
    """A dividend from surplus (Companies Act, articles 453 and 454)."""

    number: Is[Tally, item.count("Number of the proposal on surplus", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on surplus", "議案の件名")] = None
    policy: Is[Prose, item.prose("Policy and reason of the dividend", "配当の方針及び理由")] = None
    annual_dividend_per_share: Is[
        Amount,
        item.per_share("Annual dividend per share", "１株当たり年間配当額"),
        adds("interim_dividend_per_share", "dividend_per_share"),
        quoted("policy"),
    ] = None
    interim_dividend_per_share: Is[
        Amount, item.per_share("Interim dividend per share", "１株当たり中間配当額"), quoted("policy")
    ] = None
    interim_paid_in: Is[
        YearMonth | None, item.month("Month in which the interim dividend was paid", "中間配当の支払月")
    ] = None
    increase_per_share: Is[
        Amount,
        item.per_share("Increase of the annual dividend per share", "１株当たり年間配当額の前期比増加額"),
        quoted("policy"),
    ] = None
    property_heading: Is[Words, item.words("Heading of the type of dividend property", "配当財産の種類の見出し")] = None
    dividend_property: Is[
        Words, item.words("Type of dividend property", "配当財産の種類", ref=item.act("454", "1", "1"))
    ] = None
    allocation_heading: Is[
        Words, item.words("Heading of the allocation of dividend property", "配当財産の割当ての見出し")
    ] = None
    allocation: Is[
        Prose,
        item.prose(
            "Allocation and total amount of dividend property",
            "配当財産の割当てに関する事項及びその総額",
            ref=item.act("454", "1", "2"),
        ),
    ] = None
    dividend_per_share: Is[
        Amount,
        item.per_share("Proposed dividend per share of common stock", "普通株式１株当たり配当額"),
        quoted("allocation"),
    ] = None
    total_dividend: Is[Amount, item.credit("Total amount of proposed dividends", "配当総額"), quoted("allocation")] = (
        None
    )
    effective_date_heading: Is[
        Words, item.words("Heading of the effective date of the dividend", "効力発生日の見出し")
    ] = None
    effective_date_text: Is[Prose, item.prose("Effective date of the dividend as printed", "効力発生日の記載")] = None
    effective_date: Is[
        date | None,
        item.day(
            "Effective date of the proposed dividend", "剰余金の配当が効力を生じる日", ref=item.act("454", "1", "3")
        ),
    ] = None
    classes: Is[tuple[ClassDividend, ...], CLASS_DIVIDENDS] = ()
    movements: Is[tuple[SurplusMovement, ...], SURPLUS_MOVEMENTS] = ()
