"""Tables of captions and amounts in a part of the notice: which column is of the year, and which lines add up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import PartField, Plan
from filingexport.binding.sums import summations
from filingexport.drafting import layout, reasons, wording
from filingexport.drafting.captions import Captioned, match
from filingexport.drafting.document import Table
from filingexport.drafting.fields import PRIOR, Path, inner_parts, plan_at, spots, title_of
from filingexport.drafting.holding import Holding
from filingexport.drafting.layout import Stack
from filingexport.drafting.statement import MARGIN, SURE, Match, Matcher
from filingexport.model.values import Money
from filingexport.said import Said

_OTHER: Final = frozenset().union(*map(wording.words, ("other", "others", "other net", "その他")))
MAX_LINES: Final = 1_000
"""Lines of a table that is read as a statement: more than any has."""
FOOTED: Final = 0.62
"""How like its label a caption is at least, to be taken without a mark in a sum that holds."""


@frozen(eq=False)
class Year:
    """The years of a filing: that in which it ends, and the one before."""

    current: int | None

    def is_prior(self, heading: str) -> bool:
        """Whether a column's heading is of the year before."""
        if layout.is_prior(heading):
            return True
        named = layout.years(heading)
        return bool(named) and self.current is not None and max(named) < self.current


def read(given: Table, root: Path, holding: Holding, language: str, unit: PrintedUnit | None, year: Year) -> bool:
    """Match the lines of a table to the fields of the part at `root`; says whether it is such a table."""
    found = layout.stacks(layout.joined(given))
    if len(given.rows) * max(len(found), 1) > MAX_LINES:
        return False
    if not found:
        return _across(given, root, holding, language, unit)
    if not holding.may_compare(len(given.rows) * len(found), len(spots(plan_at(root)))):
        return False
    root = _root(found, root, language, unit)
    matcher = Matcher(root, holding, language, unit)
    for stack in found:
        columns = [each for each in stack.columns if not year.is_prior(stack.headings[each])]
        prior = [each for each in stack.columns if year.is_prior(stack.headings[each])]
        column = columns[0] if prior and columns else None
        if column is None and not _tiers(stack):
            column = columns[0] if columns else stack.columns[0]
        stack_unit = stack.units.get(column if column is not None else stack.columns[0])
        matcher.unit = stack_unit or unit
        own = matcher.lines(stack, column)
        matches = matcher.matches(own)
        taken = {each.line.number for each in matches}
        _put(matcher, matches)
        matcher.inside(own, matches)
        for line in own:
            if line.number not in taken:
                holding.leave(
                    f"{line.group + ': ' if line.group else ''}{line.row.caption} {line.amount.text}".strip(),
                    line.amount.place, reasons.OWN_ITEM,
                )  # fmt: skip
        before = prior_path(root)
        if prior and before is not None:
            of_prior = Matcher(before, holding, language, stack_unit or unit)
            theirs = of_prior.lines(stack, prior[0])
            _put(of_prior, of_prior.matches(theirs))
    return True


def _across(given: Table, root: Path, holding: Holding, language: str, unit: PrintedUnit | None) -> bool:
    """A table of one row of figures below their captions."""
    whole = layout.joined(given)
    if len(whole.rows) != 2 or not all(layout.is_amount(each.text) for each in whole.rows[1] if each.text):
        return False
    lines = [
        Captioned(above.text, cell.text, cell.place)
        for above, cell in zip(*whole.rows, strict=True)
        if above.text and cell.text
    ]
    for line in lines:  # one by one: they stand in one place
        if not match([line], root, "", holding, language, unit):
            holding.leave(f"{line.caption}: {line.value}", line.place, reasons.NO_FIELD)
    return True


def _root(found: list[Stack], root: Path, language: str, unit: PrintedUnit | None) -> Path:
    """The part that most lines are of: that of the section, or one that holds it, below its chapter."""
    best, most = root, -1.0
    for end in range(len(root), 1, -1):
        matcher = Matcher(root[:end], Holding(), language, unit)
        if title_of(matcher.plan) is None and end != len(root):
            continue
        taken = [each for stack in found for each in matcher.matches(matcher.lines(stack, stack.columns[0]))]
        fit = sum(each.likeness for each in taken if each.likeness > FOOTED)
        if fit > most + (1.5 if most >= 0 else 0):
            best, most = root[:end], fit
        if matcher.plan.info.file:
            break
    return best


def prior_path(root: Path) -> Path | None:
    """Where the same part of the year before stands: in the part `prior_year` beside it; None where there is none."""
    wanted = plan_at(root)
    for end in range(len(root), 0, -1):
        at = plan_at(root[: end - 1])
        entry = next((each for each in at.entries if isinstance(each, PartField) and each.attribute == PRIOR), None)
        if entry is None:
            continue
        for path, inner in inner_parts(entry.plan).items():
            if inner is wanted:
                return (*root[: end - 1], PRIOR, *path)
    return None


def _tiers(stack: Stack) -> bool:
    """Whether amounts stand in two columns of one year, the sums in the last: no line has both but where a sum closes."""
    if len(stack.columns) != 2:
        return len(stack.columns) == 1
    both = sum(len(row.amounts) > 1 for row in stack.rows)
    return both * 2 < sum(bool(row.amounts) for row in stack.rows)


def _put(matcher: Matcher, matches: list[Match]) -> None:
    """Give the fields their figures, with a mark where caption, place and sums do not say enough."""
    values: dict[Path, tuple[Match, Any]] = {}
    for each in matches:
        made = matcher.value(each)
        if made is not None:
            values[each.spot.path] = (each, made)
    footed, broken = _sums(matcher.plan, values)
    for path, (each, _) in values.items():
        likeness, margin = each.likeness, each.score
        why = reasons.SURE
        least = FOOTED if path in footed else SURE
        if likeness < least:
            why = reasons.caption(each.line.row.caption)
        elif margin < MARGIN and not (likeness >= 0.97 and margin > 0):
            why = reasons.caption_of_another(each.line.row.caption)
        elif path not in footed and each.line.words <= _OTHER:
            why = reasons.rest(each.line.row.caption)
        elif each.line.group:
            why = reasons.group(each.line.group)
        elif path in broken and path not in footed:
            why = broken[path]
        matcher.put(each, why)


def _sums(plan: Plan, values: dict[Path, tuple[Match, Any]]) -> tuple[set[Path], dict[Path, Said]]:
    """The fields in sums that hold, and those in sums that do not, with why."""
    footed: set[Path] = set()
    broken: dict[Path, Said] = {}
    for path, part in inner_parts(plan).items():
        for each in summations(part):
            whole = values.get((*path, each.attribute))
            summed = [
                ((*path, *summand.steps), summand.weight)
                for summand in each.summands
                if (*path, *summand.steps) in values
            ]
            if whole is None or len(summed) < 2 or not isinstance(whole[1], Money):
                continue
            amounts = [(values[at][1], weight) for at, weight in summed]
            if not all(isinstance(one, Money) for one, _ in amounts):
                continue
            total = sum((one.amount * weight for one, weight in amounts), Decimal(0))
            if total == whole[1].amount:
                footed |= {at for at, _ in summed} | {(*path, each.attribute)}
            else:
                reason = reasons.broken_sum(whole[0].line.row.caption, f"{total:,f}", f"{whole[1].amount:,f}")
                broken |= {at: reason for at, _ in summed if at not in broken}
                broken.setdefault((*path, each.attribute), reason)
    return footed, broken
