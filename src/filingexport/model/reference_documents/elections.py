"""Proposals: election of directors and of company auditors (取締役選任、監査役選任)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf, quoted
from filingexport.model.part import Part
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.values import Prose, Tally, Text, Words


@item.part("Election of directors", "取締役の選任", role=True, file=True, ref=(item.act("329"), item.enforcement("74")))
@frozen(kw_only=True)
class ElectionOfDirectors(Part):
    """Election of directors (Companies Act, article 329; Ordinance for Enforcement, article 74)."""

    number: Is[Tally, item.count("Number of the proposal on directors", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on directors", "議案の件名")] = None
    reason: Is[Prose, item.prose("Reason for the election of directors", "取締役選任の提案の理由")] = None
    candidates_introduction: Is[
        Prose, item.prose("Introduction of the candidates for directors", "取締役候補者の前文")
    ] = None
    to_be_elected: Is[
        Tally, item.count("Number of directors to be elected", "選任する取締役の数"), quoted("title", "reason")
    ] = None
    terms_expiring: Is[
        Tally, item.count("Number of directors whose terms expire", "任期満了となる取締役の数"), quoted("reason")
    ] = None
    terms_expiring_names: Is[
        tuple[Text, ...],
        item.rows("Directors whose terms expire", "任期満了となる取締役", name="DirectorsWhoseTermsExpire"),
        item.words("Director whose term expires", "任期満了となる取締役"),
        NameOf.PERSON,
    ] = ()
    retiring_names: Is[
        tuple[Text, ...],
        item.rows("Directors who retire", "退任する取締役", name="DirectorsWhoRetire"),
        item.words("Director who retires", "退任する取締役"),
        NameOf.PERSON,
    ] = ()
    to_be_reappointed: Is[
        Tally, item.count("Number of directors reappointed", "再任する取締役の数"), quoted("reason")
    ] = None
    newly_elected: Is[Tally, item.count("Number of new directors", "新任の取締役の数"), quoted("reason")] = None
    shares_owned_as_of: Is[
        date | None, item.as_of("Day as of which the shares owned are stated", "所有株式数の基準日")
    ] = None
    candidates: Is[
        tuple[Candidate, ...], item.rows("Candidates for directors", "取締役候補者", name="DirectorCandidates")
    ] = ()
    special_interest: Is[
        Prose,
        item.prose(
            "Special interest between candidates for directors and the company", "取締役候補者と当社との特別の利害関係"
        ),
    ] = None
    shares_owned_note: Is[
        Prose, item.prose("Note on the shares owned by candidates", "候補者の所有株式数に関する注")
    ] = None


@item.part(
    "Election of company auditors",
    "監査役の選任",
    role=True,
    file=True,
    ref=(item.act("329"), item.act("343"), item.enforcement("76")),
)
@frozen(kw_only=True)
class ElectionOfCompanyAuditors(Part):
    """Election of company auditors (Companies Act, articles 329 and 343; Ordinance for Enforcement, article 76)."""

    number: Is[Tally, item.count("Number of the proposal on company auditors", "議案の番号")] = None
    title: Is[Words, item.words("Title of the proposal on company auditors", "議案の件名")] = None
    reason: Is[Prose, item.prose("Reason for the election of company auditors", "監査役選任の提案の理由")] = None
    consent: Is[
        Prose, item.prose("Consent of the board of company auditors", "監査役会の同意", ref=item.act("343", "1"))
    ] = None
    candidates_introduction: Is[
        Prose, item.prose("Introduction of the candidates for company auditors", "監査役候補者の前文")
    ] = None
    to_be_elected: Is[
        Tally, item.count("Number of company auditors to be elected", "選任する監査役の数"), quoted("title", "reason")
    ] = None
    terms_expiring: Is[
        Tally, item.count("Number of company auditors whose terms expire", "任期満了となる監査役の数"), quoted("reason")
    ] = None
    terms_expiring_names: Is[
        tuple[Text, ...],
        item.rows(
            "Company auditors whose terms expire", "任期満了となる監査役", name="CompanyAuditorsWhoseTermsExpire"
        ),
        item.words("Company auditor whose term expires", "任期満了となる監査役"),
        NameOf.PERSON,
    ] = ()
    to_be_reappointed: Is[
        Tally, item.count("Number of company auditors reappointed", "再任する監査役の数"), quoted("reason")
    ] = None
    candidates: Is[
        tuple[Candidate, ...], item.rows("Candidates for company auditors", "監査役候補者", name="AuditorCandidates")
    ] = ()
    special_interest: Is[
        Prose,
        item.prose(
            "Special interest between candidates for company auditors and the company",
            "監査役候補者と当社との特別の利害関係",
        ),
    ] = None
