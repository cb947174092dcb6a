"""Business report: remuneration of officers in detail (役員報酬等)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.governance import OFFICER_CLASS, OfficerClass
from filingexport.model.meaning import NameOf, NextYear
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Tally, Text, Words


@item.part(
    "Remuneration of a class of officers by kind", "役員区分ごとの種類別の報酬等", prefix="RemunerationByKind",
    ref=item.enforcement("121", "", "4"),
)  # fmt: skip
@frozen(kw_only=True)
class RemunerationByKind(Part):
    """One line of the table: a class of officers, how many, and how much of each kind.

    The kinds are as the company tells them: performance-linked and non-monetary remuneration may overlap, so that no
    sum over them is declared.
    """

    officer_class: Is[OfficerClass | None, OFFICER_CLASS] = None
    caption: Is[Words, item.words("Class of officers as printed", "役員区分の記載")] = None
    included_above: Is[
        bool | None,
        item.flag("Included in the line above", "内数", doc="The line is a part of the class before it (of which)."),
    ] = None
    persons: Is[
        Tally,
        item.count(
            "Number of officers in the class",
            "対象となる役員の員数",
            edinet="jpcrp_cor:NumberOfDirectorsAndOtherOfficersRemunerationEtcByCategoryOfDirectorsAndOtherOfficers",
        ),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Total remuneration of the class",
            "報酬等の総額",
            edinet="jpcrp_cor:TotalAmountOfRemunerationEtcRemunerationEtcByCategoryOfDirectorsAndOtherOfficers",
        ),
    ] = None
    fixed: Is[
        Amount,
        item.debit(
            "Fixed remuneration",
            "固定報酬（基本報酬）",
            edinet="jpcrp_cor:FixedRemunerationRemunerationEtcByCategoryOfDirectorsAndOtherOfficers",
        ),
    ] = None
    performance_linked: Is[
        Amount, item.debit("Performance-linked remuneration", "業績連動報酬等", ref=item.enforcement("121", "", "5-2"))
    ] = None
    non_monetary: Is[
        Amount,
        item.debit(
            "Non-monetary remuneration",
            "非金銭報酬等",
            edinet="jpcrp_cor:NonMonetaryRemunerationRemunerationByCategoryOfDirectorsAndOtherOfficers",
            doc="Shares, stock acquisition rights and the like.",
            ref=item.enforcement("121", "", "5-3"),
        ),
    ] = None
    retirement: Is[Amount, item.debit("Retirement allowance or its provision", "退職慰労金")] = None
    other: Is[Amount, item.debit("Other remuneration", "その他の報酬等")] = None


@item.part(
    "Remuneration of an officer", "役員ごとの報酬等", prefix="IndividualRemuneration",
    ref=item.enforcement("121", "", "4"),
)  # fmt: skip
@frozen(kw_only=True)
class IndividualRemuneration(Part):
    """Remuneration of one officer by name, where the company tells it."""

    name: Is[Text, item.words("Name of the officer paid", "報酬等を受けた役員の氏名"), NameOf.PERSON]
    officer_class: Is[OfficerClass | None, OFFICER_CLASS] = None
    payer: Is[Words, item.words("Company that pays", "支給会社")] = None
    total: Is[Amount, item.debit("Total remuneration of the officer", "役員の報酬等の総額")] = None
    fixed: Is[Amount, item.debit("Fixed remuneration of the officer", "役員の固定報酬")] = None
    performance_linked: Is[
        Amount, item.debit("Performance-linked remuneration of the officer", "役員の業績連動報酬等")
    ] = None
    non_monetary: Is[Amount, item.debit("Non-monetary remuneration of the officer", "役員の非金銭報酬等")] = None
    retirement: Is[Amount, item.debit("Retirement allowance of the officer", "役員の退職慰労金")] = None


@item.part(
    "Policy for deciding remuneration", "報酬等の決定に関する方針", prefix="RemunerationPolicy",
    ref=(item.act("361", "7"), item.act("409", "1"), item.enforcement("121", "", "6")),
)  # fmt: skip
@frozen(kw_only=True)
class RemunerationPolicy(Part):
    """The policy for each officer's remuneration (Companies Act, articles 361, paragraph 7, and 409)."""

    title: Is[Words, item.words("Heading of the policy for remuneration", "報酬等の決定方針の見出し")] = None
    method: Is[Prose, item.prose("How the policy was decided", "決定方針の決定の方法")] = None
    decided_on: Is[date | None, item.day("Date of the decision on the policy", "決定方針の決議日"), NextYear.KEPT] = (
        None
    )
    outline: Is[Prose, item.prose("Outline of the policy", "決定方針の内容の概要")] = None
    conformity: Is[
        Prose,
        item.prose(
            "Why the year's remuneration follows the policy",
            "当期の個人別の報酬等の内容が決定方針に沿うと判断した理由",
        ),
    ] = None


@item.part(
    "Delegation of the decision on remuneration", "報酬等の決定の委任", prefix="RemunerationDelegation",
    ref=item.enforcement("121", "", "6-3"),
)  # fmt: skip
@frozen(kw_only=True)
class RemunerationDelegation(Part):
    """Who decides each officer's remuneration in the board's place (Ordinance for Enforcement, article 121, item 6-3)."""

    names: Is[
        tuple[Text, ...],
        item.rows("Delegates of the decision on remuneration", "委任を受けた者", name="RemunerationDelegates"),
        item.words("Name and position of the delegate", "委任を受けた者の氏名及び地位", name="RemunerationDelegate"),
    ] = ()
    decided_on: Is[date | None, item.day("Day of the delegated decision", "委任を受けた者が内容を決定した日")] = None
    powers: Is[Prose, item.prose("Powers delegated", "委任された権限の内容")] = None
    reason: Is[Prose, item.prose("Reason for the delegation", "権限を委任した理由")] = None
    safeguards: Is[
        Prose, item.prose("Measures for the proper use of the powers", "権限が適切に行使されるための措置")
    ] = None


@item.part(
    "Resolution on remuneration", "報酬等についての株主総会の決議", prefix="RemunerationResolution",
    ref=item.enforcement("121", "", "5-4"),
)  # fmt: skip
@frozen(kw_only=True)
class RemunerationResolution(Part):
    """A limit that a meeting of shareholders or the articles set (Ordinance for Enforcement, article 121, item 5-4)."""

    officer_class: Is[OfficerClass | None, OFFICER_CLASS] = None
    subject: Is[Words, item.words("Remuneration that the resolution is on", "決議の対象となる報酬等")] = None
    resolved_on: Is[date | None, item.day("Date of the resolution on remuneration", "報酬等の決議日")] = None
    meeting: Is[Words, item.words("Meeting that resolved on remuneration", "報酬等を決議した株主総会")] = None
    amount: Is[
        Amount, item.money("Limit resolved", "決議された限度額", doc="A year, unless the outline says else.")
    ] = None
    shares: Is[Quantity, item.shares("Limit of shares resolved", "決議された株式数の上限")] = None
    persons: Is[
        Tally, item.count("Number of officers at the close of that meeting", "決議に係る総会終結時の役員の員数")
    ] = None
    outline: Is[Prose, item.prose("Outline of the resolution", "決議の内容の概要")] = None


@item.part("Performance indicator", "業績指標", prefix="PerformanceIndicator", ref=item.enforcement("121", "", "5-2"))
@frozen(kw_only=True)
class PerformanceIndicator(Part):
    """An indicator that performance-linked remuneration follows; target and result in the unit the company tells them."""

    name: Is[Text, item.words("Performance indicator", "業績指標")]
    reason: Is[Prose, item.prose("Reason for the choice of the indicator", "業績指標を選定した理由")] = None
    calculation: Is[Prose, item.prose("How remuneration follows the indicator", "報酬等の額又は数の算定方法")] = None
    weight: Is[Words, item.words("Weight of the indicator", "業績指標の評価割合")] = None
    target: Is[Words, item.words("Target of the indicator", "業績指標の目標"), NextYear.EMPTIED] = None
    result: Is[Words, item.words("Result of the indicator", "業績指標の実績"), NextYear.EMPTIED] = None


@item.part("Remuneration in detail", "役員報酬等の詳細", prefix="RemunerationDetails", role=True, file=True)
@frozen(kw_only=True)
class RemunerationDetails(Part):
    """Policy, delegation, limits, indicators and the amounts by class and kind (Ordinance for Enforcement, article 121)."""

    title: Is[Words, item.words("Heading of the remuneration in detail", "役員報酬等の詳細の見出し")] = None
    policy: RemunerationPolicy | None = None
    delegation: RemunerationDelegation | None = None
    resolutions: Is[
        tuple[RemunerationResolution, ...],
        item.rows("Resolutions on remuneration", "報酬等についての決議", name="RemunerationResolutions"),
        NextYear.KEPT,
    ] = ()
    indicators: Is[
        tuple[PerformanceIndicator, ...],
        item.rows("Performance indicators", "業績指標", name="PerformanceIndicators"),
    ] = ()
    performance_linked: Is[
        Prose,
        item.prose(
            "Performance-linked remuneration as told",
            "業績連動報酬等に関する事項",
            ref=item.enforcement("121", "", "5-2"),
        ),
    ] = None
    non_monetary: Is[
        Prose,
        item.prose("Non-monetary remuneration as told", "非金銭報酬等の内容", ref=item.enforcement("121", "", "5-3")),
    ] = None
    by_kind: Is[
        tuple[RemunerationByKind, ...],
        item.rows("Remuneration by class and kind", "役員区分ごと種類別の報酬等", name="RemunerationByKind"),
    ] = ()
    individual: Is[
        tuple[IndividualRemuneration, ...],
        item.rows("Remuneration of officers by name", "役員ごとの報酬等", name="IndividualRemuneration"),
    ] = ()
    earlier_years: Is[
        Prose,
        item.prose(
            "Remuneration that became clear in the year, not told before",
            "当期に明らかとなった報酬等",
            ref=item.enforcement("121", "", "5"),
        ),
    ] = None
    notes: Is[Prose, item.prose("Notes to the remuneration in detail", "役員報酬等の注")] = None
