"""Business report: protection of officers: liability limits, indemnity, insurance (責任限定、補償、役員等賠償責任保険)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf, NextYear, quoted
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text, Words


@item.part(
    "Liability limitation contracts with officers", "責任限定契約に関する事項", prefix="LiabilityLimitation",
    ref=(item.act("427", "1"), item.enforcement("121", "", "3")),
)  # fmt: skip
@frozen(kw_only=True)
class LiabilityLimitation(Part):
    """Contracts that limit the liability of non-executive officers (Ordinance for Enforcement, article 121, item 3)."""

    title: Is[Words, item.words("Heading of the limits of liability", "責任限定契約の見出し")] = None
    names: Is[
        tuple[Text, ...],
        item.rows("Officers with limited liability", "責任限定契約を締結している役員", name="LimitedOfficers"),
        item.words("Officer with limited liability", "責任限定契約を締結している役員の氏名", name="LimitedOfficer"),
        NameOf.PERSON,
    ] = ()
    outline: Is[Prose, item.prose("Outline of the limits of liability", "責任限定契約の概要")] = None
    limit: Is[Amount, item.money("Limit of liability", "責任の限度額"), quoted("outline"), NextYear.KEPT] = None


@item.part(
    "Indemnity contracts", "補償契約に関する事項", prefix="Indemnity",
    ref=(item.act("430-2"), item.enforcement("121", "", "3-2")),
)  # fmt: skip
@frozen(kw_only=True)
class IndemnityContracts(Part):
    """Contracts by which the company bears officers' costs and losses (Companies Act, article 430-2)."""

    title: Is[Words, item.words("Heading of the indemnity contracts", "補償契約の見出し")] = None
    names: Is[
        tuple[Text, ...],
        item.rows("Officers with an indemnity contract", "補償契約を締結している役員", name="IndemnifiedOfficers"),
        item.words("Officer with an indemnity contract", "補償契約を締結している役員の氏名", name="IndemnifiedOfficer"),
        NameOf.PERSON,
    ] = ()
    outline: Is[Prose, item.prose("Outline of the indemnity contracts", "補償契約の内容の概要")] = None
    safeguards: Is[
        Prose,
        item.prose(
            "Measures that keep officers' duties proper", "職務の執行の適正性が損なわれないようにするための措置"
        ),
    ] = None
    breach_after_costs: Is[
        Prose,
        item.prose(
            "Breach that became known after costs were borne",
            "費用補償後に知った法令違反又は責任",
            ref=item.enforcement("121", "", "3-3"),
        ),
    ] = None
    losses_borne: Is[
        Prose, item.prose("Losses that were borne", "損失の補償をした旨", ref=item.enforcement("121", "", "3-4"))
    ] = None
    losses_amount: Is[
        Amount, item.debit("Amount of losses that were borne", "補償した金額", ref=item.enforcement("121", "", "3-4"))
    ] = None


@item.part(
    "Directors and officers insurance", "役員等賠償責任保険契約に関する事項", prefix="DirectorsAndOfficersInsurance",
    ref=(item.act("430-3"), item.enforcement("121-2")),
)  # fmt: skip
@frozen(kw_only=True)
class DirectorsAndOfficersInsurance(Part):
    """Insurance of officers' liability (Companies Act, article 430-3; Ordinance for Enforcement, article 121-2)."""

    title: Is[Words, item.words("Heading of the insurance of officers", "役員等賠償責任保険契約の見出し")] = None
    insureds: Is[Prose, item.prose("Insureds", "被保険者の範囲", ref=item.enforcement("121-2", "", "1"))] = None
    premium_bearer: Is[
        Prose,
        item.prose("Who bears the premium", "保険料の負担者及び負担割合", ref=item.enforcement("121-2", "", "2")),
    ] = None
    outline: Is[
        Prose, item.prose("Outline of the insurance", "保険契約の内容の概要", ref=item.enforcement("121-2", "", "2"))
    ] = None
    safeguards: Is[
        Prose,
        item.prose(
            "Measures of the insurance that keep duties proper",
            "保険契約により職務の執行の適正性が損なわれないようにするための措置",
            ref=item.enforcement("121-2", "", "2"),
        ),
    ] = None
