"""Proposals on what officers are given: bonus, remuneration, retirement allowance (役員賞与、報酬、退職慰労金)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf, quoted
from filingexport.model.part import Part
from filingexport.model.reference_documents.career import CAREERS, CareerEntry
from filingexport.model.values import Amount, Prose, Tally, Text, Words


@item.part("Bonus to officers", "役員賞与の支給", role=True, file=True, ref=(item.act("361"), item.enforcement("82")))
@frozen(kw_only=True)
class GrantOfBonus(Part):
    """Bonus to directors (Companies Act, article 361)."""

    number: Is[Tally, item.count("Number of the proposal on the bonus", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on the bonus", "議案の件名")] = None
    text: Is[Prose, item.prose("Proposal on the bonus", "役員賞与の支給の議案")] = None
    amount: Is[Amount, item.debit("Aggregate amount of the bonus", "賞与の総額"), quoted("text")] = None
    persons: Is[
        Tally, item.count("Number of directors given the bonus", "賞与を支給する取締役の数"), quoted("text")
    ] = None
    fiscal_term: Is[Tally, item.count("Fiscal term of the bonus", "賞与の対象期"), quoted("text")] = None


@item.axis("Class of officers", "役員の区分")
class RemuneratedOfficers(item.Axis):
    """Whose remuneration is limited."""

    DIRECTORS = item.Label("Directors", "取締役")
    COMPANY_AUDITORS = item.Label("Company auditors", "監査役")


@item.part("Limit of remuneration", "報酬等の限度額", prefix="RemunerationLimit")
@frozen(kw_only=True)
class RemunerationLimit(Part):
    """The yearly limit of remuneration of a class of officers: before, since when, and as proposed."""

    present_amount: Is[Amount, item.money("Present yearly limit of remuneration", "現在の報酬限度額（年額）")] = None
    resolution_date: Is[
        date | None, item.day("Date of the resolution on the present limit", "現在の限度額の決議日")
    ] = None
    resolution_meeting: Is[
        Tally, item.count("Ordinal of the meeting that resolved the present limit", "現在の限度額を決議した総会の回次")
    ] = None
    proposed_amount: Is[Amount, item.money("Proposed yearly limit of remuneration", "改定後の報酬限度額（年額）")] = (
        None
    )
    officers_now: Is[Tally, item.count("Number of officers at present", "現在の員数")] = None
    outside_officers_now: Is[Tally, item.count("Number of outside officers at present", "現在の社外役員の員数")] = None
    officers_after: Is[Tally, item.count("Number of officers after the elections", "選任後の員数")] = None
    outside_officers_after: Is[
        Tally, item.count("Number of outside officers after the elections", "選任後の社外役員の員数")
    ] = None


@item.part(
    "Amendment of remuneration",
    "報酬等の額の改定",
    role=True,
    file=True,
    ref=(item.act("361"), item.act("387"), item.enforcement("82")),
)
@frozen(kw_only=True)
class AmendmentOfRemuneration(Part):
    """Amendment of the limits of remuneration (Companies Act, articles 361 and 387)."""

    number: Is[Tally, item.count("Number of the proposal on remuneration", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on remuneration", "議案の件名")] = None
    text: Is[Prose, item.prose("Proposal on remuneration", "報酬等の額の改定の議案")] = None
    directors: Is[RemunerationLimit | None, item.member(RemuneratedOfficers.DIRECTORS), quoted("text")] = None
    company_auditors: Is[
        RemunerationLimit | None, item.member(RemuneratedOfficers.COMPANY_AUDITORS), quoted("text")
    ] = None


@item.part("Retiring officer", "退任する役員", prefix="RetiringOfficer")
@frozen(kw_only=True)
class RetiringOfficer(Part):
    """An officer who is given a retirement allowance, with a summary of the career."""

    name: Is[Text, item.words("Name of the retiring officer", "退任する役員の氏名"), NameOf.PERSON]
    careers: Is[tuple[CareerEntry, ...], CAREERS] = ()


@item.part(
    "Retirement allowance", "退職慰労金の贈呈", role=True, file=True, ref=(item.act("361"), item.enforcement("82", "2"))
)
@frozen(kw_only=True)
class GrantOfRetirementAllowance(Part):
    """Retirement allowance to a retiring director (Companies Act, article 361; Ordinance for Enforcement, article 82)."""

    number: Is[Tally, item.count("Number of the proposal on the retirement allowance", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on the retirement allowance", "議案の件名")] = None
    text: Is[Prose, item.prose("Proposal on the retirement allowance", "退職慰労金の贈呈の議案")] = None
    career_introduction: Is[
        Prose, item.prose("Introduction of the career of the retiring officer", "退任する役員の略歴の前文")
    ] = None
    officers: Is[
        tuple[RetiringOfficer, ...], item.rows("Retiring officers", "退任する役員", name="RetiringOfficers")
    ] = ()
