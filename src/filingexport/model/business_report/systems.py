"""Business report: internal control systems and basic policy (会社の体制及び方針)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.policies import AcquisitionDefence, DividendPolicy
from filingexport.model.meaning import NextYear
from filingexport.model.part import Part
from filingexport.model.values import Block, Prose, Tally, Text, Words


@item.part("Internal control system", "業務の適正を確保するための体制", prefix="InternalControlSystem")
@frozen(kw_only=True)
class InternalControlSystem(Part):
    """One of the systems resolved by the board, with its points in order."""

    number: Is[Tally, item.count("Number of the internal control system", "体制の番号"), NextYear.KEPT] = None
    title: Is[Text, item.words("Title of the internal control system", "体制の件名")]
    text: Is[Prose, item.prose("Internal control system", "体制の内容")] = None
    points: Is[
        tuple[Block, ...],
        item.rows("Points of the internal control system", "体制の項目", name="InternalControlPoints"),
        item.prose("Point of the internal control system", "体制の項目"),
    ] = ()


@item.part(
    "Policies and systems of the company",
    "会社の体制及び方針",
    prefix="PoliciesAndSystems",
    role=True,
    file=True,
    ref=item.enforcement("118"),
)
@frozen(kw_only=True)
class PoliciesAndSystems(Part):
    """Internal control systems and basic policy on control (Ordinance for Enforcement, article 118, items 2 and 3)."""

    title: Is[Words, item.words("Heading of the policies and systems", "会社の体制及び方針の見出し")] = None
    systems_title: Is[
        Words, item.words("Heading of the internal control systems", "業務の適正を確保するための体制の見出し")
    ] = None
    introduction: Is[
        Prose,
        item.prose(
            "Introduction of the internal control systems",
            "業務の適正を確保するための体制の前文",
            ref=(item.act("362", "4", "6"), item.enforcement("100")),
        ),
    ] = None
    systems: Is[
        tuple[InternalControlSystem, ...],
        item.rows("Internal control systems", "業務の適正を確保するための体制", name="InternalControlSystems"),
    ] = ()
    basic_policy_title: Is[
        Words, item.words("Heading of the basic policy on control", "会社の支配に関する基本方針の見出し")
    ] = None
    basic_policy: Is[
        Prose,
        item.prose(
            "Basic policy on the control of the company",
            "会社の支配に関する基本方針",
            edinet="jpcrp_cor:BasicPolicyRegardingControlOfCompanyTextBlock",
            ref=item.enforcement("118", "", "3", in_2008=item.enforcement("127")),
        ),
    ] = None
    operating_status_title: Is[
        Words, item.words("Heading of the operating status of the systems", "体制の運用状況の見出し")
    ] = None
    operating_status: Is[
        Prose,
        item.prose(
            "Outline of the operating status of the systems",
            "業務の適正を確保するための体制の運用状況の概要",
            ref=item.enforcement("118", "", "2"),
        ),
    ] = None
    acquisition_defence: AcquisitionDefence | None = None
    dividend_policy: DividendPolicy | None = None
