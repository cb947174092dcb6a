"""Where a module can be changed: the places and changes are cosmic-ray's."""

from __future__ import annotations

import ast
import difflib
import random
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

from attrs import frozen

# Not from `tests.conftest`, which loads the modules before a changed one could stand in.
ROOT: Final = Path(__file__).parent.parent.parent
PACKAGE: Final = ROOT / "src" / "filingexport"
OPERATORS: Final = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul", "Div_Mul", "Mod_Add", "Pow_Mul", "BitOr_BitAnd", "BitAnd_BitOr")),
    "ReplaceUnaryOperator_USub_UAdd", "ReplaceUnaryOperator_Delete_Not", "AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue",
    "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer",
    "NumberReplacer", "ZeroIterationForLoop",
)  # fmt: skip
"""Of cosmic-ray's, one of each kind: of the rest most mean the same. What takes a decorator away takes a cache away."""


@frozen
class Mutant:
    """A module with one change."""

    path: Path
    operator: str
    line: int
    function: str
    before: str
    after: str
    source: str

    @property
    def module(self) -> str:
        """The module's file, as the results name it."""
        return self.path.relative_to(PACKAGE).as_posix()

    def told(self) -> dict[str, Any]:
        """It, for a list of survivors."""
        return {
            "where": f"{self.module}:{self.line}",
            "function": self.function,
            "operator": self.operator,
            "before": self.before,
            "after": self.after,
        }


def places(modules: Sequence[Path]) -> list[tuple[Path, str, int]]:
    """Every change that could be made: module, operator, which place of those that it applies to."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator

    found = []
    for path in modules:
        nodes = list(ast_nodes(get_ast(path.read_text("utf-8"))))
        for name in OPERATORS:
            operator = get_operator(f"core/{name}")()
            count = sum(1 for node in nodes for _ in operator.mutation_positions(node))
            found += [(path, name, each) for each in range(count)]
    return found


def mutants(modules: Sequence[Path], seed: int, only: str = "*") -> Iterator[Mutant]:
    """All of those in files like `only`, in an order that the seed gives; not those that change annotations alone, which nothing evaluates."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    listed = places(modules)
    random.Random(seed).shuffle(listed)
    for path, name, which in listed:
        if not fnmatch(path.relative_to(PACKAGE).as_posix(), only):
            continue
        source = path.read_text("utf-8")
        changed = mutate_code(source, get_operator(f"core/{name}")(), which)
        if changed is None or not _differs(changed, source):
            continue
        old, new = source.splitlines(), changed.splitlines()
        [first, *_] = (
            block for block in difflib.SequenceMatcher(None, old, new, False).get_opcodes() if block[0] != "equal"
        )
        _, start, end, begin, stop = first
        before, after = " ".join(old[start:end]).strip(), " ".join(new[begin:stop]).strip()
        yield Mutant(path, name, start + 1, _function(source, start + 1), before, after, changed)


def _function(source: str, line: int) -> str:
    """The function, or method, that holds a line; empty outside of any."""
    inside = [
        each
        for each in ast.walk(ast.parse(source))
        if isinstance(each, (ast.FunctionDef, ast.ClassDef)) and each.lineno <= line <= (each.end_lineno or 0)
    ]
    return ".".join(each.name for each in sorted(inside, key=lambda each: each.lineno))


class _Unannotated(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        # How many results a cache keeps changes none of them.
        node.decorator_list = [each for each in node.decorator_list if "lru_cache" not in ast.unparse(each)]
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _differs(changed: str, source: str) -> bool:
    """Whether the change is one of what is evaluated, and is Python at all."""
    try:
        return _evaluated(changed) != _evaluated(source)
    except SyntaxError:
        return False


def _evaluated(source: str) -> str:
    return ast.dump(_Unannotated().visit(ast.parse(source)))


def statements(path: str) -> tuple[tuple[int, int], ...]:
    """The first and last line of each statement of several lines; of one that holds others, those before them."""
    if path not in _KNOWN:
        tree = ast.parse(Path(path).read_text("utf-8"))
        found = []
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt):
                body = getattr(node, "body", None)
                end = body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno or node.lineno
                if not isinstance(node, (ast.FunctionDef, ast.ClassDef)) and end > node.lineno:
                    found.append((node.lineno, end))
        _KNOWN[path] = tuple(found)
    return _KNOWN[path]


_KNOWN: Final[dict[str, tuple[tuple[int, int], ...]]] = {}
