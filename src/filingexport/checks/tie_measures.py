"""Ties by measure: what is printed in several parts of the notice is the same in all of them.

One rule a measure, made from the marks beside the fields of the model (`filingexport.model.meaning`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from filingexport.binding.marks import marks
from filingexport.binding.plan import PartField, paths
from filingexport.checks.context import Context, Figure
from filingexport.checks.numbers import agree, shown
from filingexport.checks.rule import Check, Found, Kind, Rule, Standard, rule
from filingexport.findings import Severity
from filingexport.model.filing import Filing
from filingexport.model.meaning import Also, Cells, Mark, Measure
from filingexport.said import Said, say, verbatim

_Time = date | tuple[date | None, date | None] | None


def _time(figure: Figure) -> _Time:
    if figure.leaf.instant:
        return figure.moment
    return figure.at.start, figure.at.end


def groups(context: Context, measure: Measure) -> Iterator[list[Figure]]:
    """The figures of one measure, of the group or of the company alone, at one time; the one of the statements first."""
    found: dict[tuple[bool, _Time], list[Figure]] = {}
    for figure in context.measured.get(measure, ()):
        of_group = figure.at.consolidated
        if of_group is None:
            of_group = context.tells_group
        found.setdefault((of_group or not measure.info.of_group, _time(figure)), []).append(figure)
    for figures in found.values():
        if len(figures) > 1:
            yield sorted(figures, key=lambda each: each.at.consolidated is None)


def name_of(measure: Measure) -> Said:
    """What the measure is called."""
    return Said(measure.info.en[0], measure.info.ja[0])


def _is_opening(context: Context, figure: Figure) -> bool:
    return figure.leaf.instant and figure.moment == context.year_start - timedelta(days=1)


def _differences(context: Context, measure: Measure, opening: bool) -> Iterator[Found]:
    for figures in groups(context, measure):
        first = figures[0]
        if _is_opening(context, first) is not opening:
            continue
        for other in figures[1:]:
            if not agree(first.value, other.value):
                yield Found(
                    other.path,
                    say(
                        "{name} is {printed} here, but {expected} in {section} ({path})",
                        "{name}がここでは{printed}ですが、{section}では{expected}です（{path}）",
                        name=name_of(measure),
                        printed=shown(other.value, other.leaf.concept.negated),
                        expected=shown(first.value, first.leaf.concept.negated),
                        section=context.section(first.path),
                        path=verbatim(first.path),
                    ),
                    shown(other.value, other.leaf.concept.negated),
                    shown(first.value, first.leaf.concept.negated),
                    others=(first.path,),
                )


def _camel(measure: Measure) -> str:
    first, *rest = measure.name.lower().split("_")
    return first + "".join(each.capitalize() for each in rest)


_KINDS: Final = ("consolidated.us_gaap", "consolidated.japan_gaap", "consolidated.ifrs", "non_consolidated")
"""The statements, of which a filing has the consolidated by one standard."""


def _told_twice() -> tuple[Measure, ...]:
    """The measures that a filing may tell in more than one field for the same time."""
    fields: dict[Measure, dict[str, int]] = {}
    for path, plan in paths(Filing).items():
        if "prior_year" in path:
            continue
        kind = next((each for each in _KINDS if path.startswith(each)), "")
        classes = [plan.cls]
        classes += {e.plan.cls for e in plan.entries if isinstance(e, PartField) and e.line is not None}
        for said in (each for cls in classes for marked in marks(cls).values() for each in marked):
            for measure in _of_mark(said):
                counts = fields.setdefault(measure, {})
                counts[kind] = counts.get(kind, 0) + 1
    return tuple(
        measure for measure in Measure
        if any(fields.get(measure, {}).get(kind, 0) + fields.get(measure, {}).get("", 0) > 1 for kind in _KINDS)
    )  # fmt: skip


def _of_mark(said: Mark) -> tuple[Measure, ...]:
    match said:
        case Measure():
            return (said,)
        case Also():
            return (said.measure,)
        case Cells():
            return tuple(measure for _, measure in said.columns)
    return ()


def _rule(measure: Measure) -> Rule:
    name = name_of(measure)
    check: Check = lambda context: _differences(context, measure, opening=False)  # noqa: E731
    return rule(
        f"fx.tie.{_camel(measure)}",
        Kind.TIES,
        Severity.ERROR,
        title=say("Two figures of one: {name}", "{name}の記載が部分により異なる", name=name),
        why=say(
            "The notice tells {name} in several places; a reader who finds two figures trusts neither.",
            "{name}は複数の箇所に記載されており、食い違う場合はいずれかが誤りです。",
            name=name,
        ),
        todo=Said(
            "Compare both with the statements as audited, and correct the one that is wrong.",
            "監査を受けた計算書類と照合し、誤りを訂正してください。",
        ),
        basis=Standard.CONSISTENCY,
    )(check)


MEASURES: Final = tuple(_rule(measure) for measure in _told_twice())
"""One rule a measure that is told more than once."""


@rule(
    "fx.tie.opening",
    Kind.TIES,
    Severity.ERROR,
    title=Said("An opening balance is not last year's closing balance", "期首残高と前期末残高の不一致"),
    why=Said(
        "What was there at the end of the year before is what the year begins with; a restatement must be told.",
        "当期首残高は前期末残高に一致し、相違する場合は遡及処理等の注記が必要です。",
    ),
    todo=Said(
        "Correct the balance, or show the restatement as a line of its own.",
        "残高を訂正するか、会計方針の変更等による影響額を別掲してください。",
    ),
    basis=Standard.ACCOUNTING,
)
def opening(context: Context) -> Iterator[Found]:
    """All measures at the moment before the year's first day: opening balances, the prior year's column, the trend."""
    for measure in Measure:
        yield from _differences(context, measure, opening=True)
