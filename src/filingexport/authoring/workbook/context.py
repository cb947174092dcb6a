"""Which rows of tables are begun while a sheet is read from top to bottom, and so where its cells belong."""

from __future__ import annotations

from attrs import define, field

from filingexport.authoring.own_items import is_own
from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.draft import CHANGED, Draft, Group, Held, LostKey, Rows
from filingexport.authoring.workbook.keys import RECORD
from filingexport.authoring.workbook.layout import Mode, mode
from filingexport.authoring.workbook.resolve import OWN_KIND, Target, field_at, part_at, table_at
from filingexport.binding.plan import ListLeaf, RowsField
from filingexport.characters import is_digits
from filingexport.declaring import frozen
from filingexport.formats.xlsx.reader import Cell
from filingexport.said import Said, say


@frozen(eq=False)
class _Waiting:
    """A row of a table that says by a number to which row of another table it belongs.

    table: the path of the other table; anchor: what its numbers are unique in.
    """

    path: str
    table: str
    anchor: int
    number: str
    place: str
    record: Group


@define(eq=False)
class Context:
    """The tree in the making, with the rows of tables that are begun, by their paths. sheet: the path of the sheet."""

    root: Group
    sheet: str
    current: dict[str, Group | Draft] = field(factory=dict)
    numbered: dict[tuple[str, int], dict[str, Group]] = field(factory=dict)
    waiting: list[_Waiting] = field(factory=list)
    _inside: dict[str, dict[str, None]] = field(init=False, factory=dict)
    """The paths of records that were begun inside those of another path."""

    def container(self, path: str, place: str) -> Group:
        """The part or row at this path, in the rows that are begun; raises LostKey."""
        here = self.root
        prefix = ""
        for step in path.split(".") if path and path != keys.ROOT else ():
            prefix = keys.join(prefix, step)
            if step.endswith(RECORD):
                record = self.current.get(prefix)
                if not isinstance(record, Group):
                    raise LostKey(
                        say(
                            "this row belongs to a row of {prefix} that should begin above it, and none does; move it back",
                            "この行は、上にあるはずの{prefix}の行に属しますが、その行がありません。元の位置に戻してください。",
                            prefix=prefix,
                        )
                    )
                here = record
            else:
                here = here.group(step, place)
        return here

    def begin(self, path: str, place: str) -> Group | Draft:
        """Begin a row of the table at this path; raises UnknownKey, LostKey."""
        outer = outside(path)
        record: Group | Draft = Group(place)
        if isinstance(table_at(path).entry, ListLeaf):
            record = Draft(field_at(path, ""), "", place, self.sheet)
        if not belongs(outer):
            self.container(outer, place).rows(_last(path)).items.append(record)
        for inner in self._inside.pop(path, ()):
            self.current.pop(inner, None)
        at = path.find(RECORD + ".")
        while at >= 0:
            self._inside.setdefault(path[: at + len(RECORD)], {})[path] = None
            at = path.find(RECORD + ".", at + 1)
        self.current[path] = record
        return record

    def put(self, group: Group, target: Target, name: str, held: Held | None, place: str) -> None:
        """Keep what a cell holds of a field (or that there is a cell for it), by the field's path in the group."""
        steps = name.split(".")
        *outer, last = steps
        for number, step in enumerate(outer):
            following = steps[number + 1]
            if following.isdigit() and number + 1 == len(outer):
                self.put_item(group.rows(step), target, _index(following), held, place)
                return
            if step.isdigit():
                continue
            group = group.rows(step).row(_index(following), place) if following.isdigit() else group.group(step, place)
        if held is None and (target.kind == OWN_KIND or is_own(last)):
            return  # own items stand in the order of their values
        draft = group.draft(last, Draft(target, last, place, self.sheet))
        if held is not None:
            draft.held.append(held)

    def put_item(self, rows: Rows, target: Target, number: int, held: Held | None, place: str) -> None:
        """The same of an item of a list, by its number; raises LostKey."""
        if not 1 <= number <= len(rows.items) + 1:
            raise LostKey(CHANGED)
        if number > len(rows.items):
            rows.items.append(Draft(target, "", place, self.sheet))
        draft = rows.items[number - 1]
        if not isinstance(draft, Draft):
            raise LostKey(CHANGED)
        if held is not None:
            draft.held.append(held)

    def put_list(self, group: Group, target: Target, name: str, aspect: str, cell: Cell | None, place: str) -> None:
        """Keep what a cell holds of a list, an item a line."""
        *outer, last = name.split(".")
        for step in outer:
            group = group.group(step, place)
        rows = group.rows(last)
        if cell is None:
            return
        item = Target(target.kind, target.dash, target.leaf)
        for number, line in enumerate(cell.text.split("\n") if cell.kind == "text" else [cell.text], 1):
            held = Held(aspect, Cell(cell.kind, line, cell.code), place) if line.strip() else None
            self.put_item(rows, item, number, held, place)

    # --- rows that belong to rows ----------------------------------------------------------------------------

    def number(self, path: str, record: Group, number: str, place: str) -> bool:
        """Remember the number of a row; False if another row that is filled in has it."""
        known = self.numbered.setdefault((path, self._anchor(path, place)), {})
        first = known.get(number)
        if first is None or not first.filled:
            known[number] = record
            return True
        return not record.filled

    def refer(self, path: str, record: Group, number: str, place: str) -> None:
        """Remember that a row belongs to the row of this number."""
        outer = outside(path)
        self.waiting.append(_Waiting(path, table_of(outer), self._anchor(path, place), number, place, record))

    def join(self) -> list[tuple[Said, str]]:
        """Put rows where they belong, when all are read; returns what is wrong, with its place."""
        wrong = []
        filled = [each.record.filled for each in self.waiting]
        owners = {id(self._owner(each)) for each, held in zip(self.waiting, filled, strict=True) if held}
        for each, held in zip(self.waiting, filled, strict=True):
            if not held and id(each.record) not in owners:
                continue
            owner = self._owner(each)
            if owner is None:
                said = (
                    say(
                        "there is no row of the number {number!r}",
                        "番号{number!r}の行が上の表にありません",
                        number=each.number,
                    )
                    if each.number
                    else say("it says no row that it belongs to", "どの行に属するかが記入されていません")
                )
                wrong.append(
                    (
                        say(
                            "{said} in the table above; write the number of that row here",
                            "{said}。上の表の行番号をここに記入してください。",
                            said=said,
                        ),
                        each.place,
                    )
                )
                continue
            group = owner
            for step in outside(each.path)[len(each.table) :].strip(".").split("."):
                group = group.group(step, each.place) if step else group
            group.rows(_last(each.path)).items.append(each.record)
        self.waiting.clear()
        return wrong

    def _owner(self, waiting: _Waiting) -> Group | None:
        """The row of the table above that a row belongs to."""
        return self.numbered.get((waiting.table, waiting.anchor), {}).get(waiting.number)

    def _anchor(self, path: str, place: str) -> int:
        """What the numbers of a table's rows are unique in: the part or card that it stands in with those it belongs to."""
        outer = outside(path)
        while belongs(outer):
            outer = outside(table_of(outer))
        return id(self.container(outer, place))


def _index(text: str) -> int:
    """The number of an item of a list in a key; 0, which is none, for one that is too large."""
    return int(text) if is_digits(text, 5) else 0


def outside(path: str) -> str:
    """The path of the part in which a table stands."""
    return path.removesuffix(RECORD).rpartition(".")[0]


def _last(path: str) -> str:
    return path.removesuffix(RECORD).rpartition(".")[2]


def table_of(outer: str) -> str:
    """The path of the table in one of whose rows this part is."""
    return outer[: outer.rindex(RECORD) + len(RECORD)]


def belongs(outer: str) -> bool:
    """Whether a table in this part is one of the rows of another table, which has a row, and not a card, for each."""
    if RECORD not in outer:
        return False
    entry = part_at(table_of(outer)).entry
    return isinstance(entry, RowsField) and mode(entry) is Mode.TABLE
