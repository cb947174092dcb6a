"""Reference documents for the general meeting of shareholders (株主総会参考書類)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NextYear
from filingexport.model.part import Part
from filingexport.model.reference_documents.amendment_of_articles import AmendmentOfArticles
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.elections import ElectionOfCompanyAuditors, ElectionOfDirectors
from filingexport.model.reference_documents.proposal import Proposal
from filingexport.model.reference_documents.remuneration import (
    AmendmentOfRemuneration,
    GrantOfBonus,
    GrantOfRetirementAllowance,
)
from filingexport.model.skills import SkillsMatrix, SkillsMatrixPlace
from filingexport.model.values import Prose, Words


@item.part(
    "Reference documents", "株主総会参考書類", role=True, file=True, ref=(item.act("301"), item.enforcement("65"))
)
@frozen(kw_only=True)
class ReferenceDocuments(Part):
    """Reference documents: the proposals in the order of the agenda (Companies Act, article 301; Ordinance for Enforcement, article 73)."""

    title: Is[Words, item.words("Title of the reference documents", "参考書類の表題")] = None
    heading: Is[Words, item.words("Heading of the reference documents", "参考書類の見出し")] = None
    appropriation_of_surplus: Is[AppropriationOfSurplus | None, NextYear.DROPPED] = None
    amendment_of_articles: Is[AmendmentOfArticles | None, NextYear.DROPPED] = None
    election_of_directors: Is[ElectionOfDirectors | None, NextYear.DROPPED] = None
    election_of_company_auditors: Is[ElectionOfCompanyAuditors | None, NextYear.DROPPED] = None
    grant_of_bonus: Is[GrantOfBonus | None, NextYear.DROPPED] = None
    amendment_of_remuneration: Is[AmendmentOfRemuneration | None, NextYear.DROPPED] = None
    grant_of_retirement_allowance: Is[GrantOfRetirementAllowance | None, NextYear.DROPPED] = None
    further_proposals: Is[
        tuple[Proposal, ...], item.rows("Further proposals", "その他の議案", name="FurtherProposals"), NextYear.DROPPED
    ] = ()
    skills_matrix: Is[SkillsMatrix | None, item.member(SkillsMatrixPlace.REFERENCE_DOCUMENTS), NextYear.DROPPED] = None
    independence_criteria: Is[
        Prose, item.prose("Criteria of the independence of outside officers", "社外役員の独立性判断基準")
    ] = None
