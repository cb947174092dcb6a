"""Skills matrices (スキル・マトリックス), in the business report and in the reference documents."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf
from filingexport.model.part import Part
from filingexport.model.values import Prose, Text, Words


@item.axis("Document of the skills matrix", "スキル・マトリックスの記載書類")
class SkillsMatrixPlace(item.Axis):
    """Which document a skills matrix stands in: after the meeting it may be another one."""

    BUSINESS_REPORT = item.Label("In the business report", "事業報告に記載")
    REFERENCE_DOCUMENTS = item.Label("In the reference documents", "参考書類に記載")


@item.part("Skill", "スキル項目", prefix="Skill")
@frozen(kw_only=True)
class Skill(Part):
    """A column of the matrix: the skill, and why the board needs it."""

    name: Is[Text, item.words("Name of the skill", "スキルの名称")]
    definition: Is[Prose, item.prose("Definition of the skill", "スキルの定義及び選定理由")] = None


@item.part("Person in the skills matrix", "スキル・マトリックスの対象者", prefix="SkillHolder")
@frozen(kw_only=True)
class SkillHolder(Part):
    """A line of the matrix: a director, auditor or candidate with the names of the skills that are marked."""

    name: Is[Text, item.words("Name of the person in the skills matrix", "対象者の氏名"), NameOf.PERSON]
    position: Is[Words, item.words("Position of the person in the skills matrix", "対象者の地位")] = None
    skills: Is[
        tuple[Text, ...],
        item.rows("Skills of the person", "対象者のスキル", name="SkillsOfPerson"),
        item.words("Skill of the person", "対象者のスキル", name="SkillOfPerson"),
    ] = ()


@item.part("Skills matrix", "スキル・マトリックス", prefix="SkillsMatrix", role=True)
@frozen(kw_only=True)
class SkillsMatrix(Part):
    """Which skills the board needs and who has them (Corporate Governance Code, supplementary principle 4.11.1)."""

    title: Is[Words, item.words("Heading of the skills matrix", "スキル・マトリックスの見出し")] = None
    introduction: Is[Prose, item.prose("Introduction of the skills matrix", "スキル・マトリックスの前文")] = None
    skills: Is[tuple[Skill, ...], item.rows("Skills of the matrix", "スキル項目", name="Skills")] = ()
    people: Is[
        tuple[SkillHolder, ...],
        item.rows("People of the skills matrix", "スキル・マトリックスの対象者", name="SkillHolders"),
    ] = ()
    notes: Is[Prose, item.prose("Notes to the skills matrix", "スキル・マトリックスの注")] = None
