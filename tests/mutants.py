"""Mutation testing: ``python -m tests.mutants`` changes the core modules, one place at a time, and looks whether a test fails.

The places and changes are cosmic-ray's. Its way to run them, a new process with all tests for each, would take days: here
the tests are collected once, and run once to see which lines each of them runs. Then for each mutant a fork of the process
puts the changed function in place of the one that is loaded, and runs the tests that run the changed line, the quickest
first, until one fails. A change outside functions (a constant, a default) takes a process of its own.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from attrs import frozen

# Not from `tests.conftest`, which loads the modules before a changed one could stand in.
ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = ROOT / "src" / "filingexport"


@frozen
class Group:
    """Modules that the same tests are about."""

    patterns: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def modules(self) -> tuple[Path, ...]:
        """The modules' files."""
        found = (path for each in self.patterns for path in sorted(PACKAGE.glob(each)))
        return tuple(path for path in found if path.name != "__init__.py")


GROUPS: Final = {
    "codec": Group(
        ("binding/to_facts.py", "binding/from_facts.py", "binding/contexts.py", "binding/values.py", "formats/xbrl/*.py", "formats/oim/*.py"),
        (
            "test_golden.py", "test_formats.py::test_a_sample_goes_through_every_format_in_turn", "test_values.py", "test_core.py",
            "test_codecs.py", "test_bad_instance.py", "test_text_reader.py", "test_bad_json.py", "test_bad_csv.py",
            "test_formats.py", "test_soak.py", "test_extension.py",
        ),
    ),
    "checks": Group(
        ("checks/numbers.py", "checks/intervals.py", "checks/footing.py"),
        (
            "test_core.py", "test_prose.py", "test_check_readers.py", "test_check_slips.py", "test_checks.py::test_no_false_alarm",
            "test_checks.py::test_absurd_figures_are_survived", "test_checks.py::test_a_finding_names_file_line_and_both_values",
        ),
    ),
    "rules": Group(
        ("checks/adding.py", "checks/once.py", "checks/possible.py", "checks/prose.py", "checks/ratios.py", "checks/tie_*.py"),
        (
            "test_prose.py", "test_checks.py::test_no_false_alarm", "test_checks.py::test_absurd_figures_are_survived[0]",
            "test_check_mutations.py::test_every_rule_fires_at_its_mutations_and_no_other_than_is_documented[figures]",
            "test_check_mutations.py::test_every_rule_fires_at_its_mutations_and_no_other_than_is_documented[officers]",
        ),
    ),
}  # fmt: skip
"""The core: what turns objects to facts and back, what reads and writes them, what judges figures, the rules that tie them; and
the tests of each."""
OPERATORS: Final = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul", "Div_Mul", "Mod_Add", "Pow_Mul", "BitOr_BitAnd", "BitAnd_BitOr")),
    "ReplaceUnaryOperator_USub_UAdd", "ReplaceUnaryOperator_Delete_Not", "AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue",
    "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer",
    "NumberReplacer", "ZeroIterationForLoop",
)  # fmt: skip
"""Of cosmic-ray's, one of each kind: of the rest most mean the same. What takes a decorator away takes a cache away."""
BUDGET: Final = 60.0
"""Seconds of the processor of tests for a mutant, as they take without any change; those beyond are not run, and it counts as alive."""


@frozen
class Mutant:
    """A module with one change."""

    path: Path
    operator: str
    line: int
    before: str
    after: str
    source: str

    def told(self) -> dict[str, Any]:
        """It, for a list of survivors."""
        where = f"{self.path.relative_to(PACKAGE).as_posix()}:{self.line}"
        return {"where": where, "operator": self.operator, "before": self.before, "after": self.after}


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


def mutants(modules: Sequence[Path], seed: int) -> Iterator[Mutant]:
    """All of them, in an order that the seed gives; not those that change annotations alone, which nothing evaluates."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    listed = places(modules)
    random.Random(seed).shuffle(listed)
    for path, name, which in listed:
        source = path.read_text("utf-8")
        changed = mutate_code(source, get_operator(f"core/{name}")(), which)
        if changed is None or not _differs(changed, source):
            continue
        old, new = source.splitlines(), changed.splitlines()
        [first, *_] = (
            block for block in difflib.SequenceMatcher(None, old, new, False).get_opcodes() if block[0] != "equal"
        )
        _, start, end, begin, stop = first
        yield Mutant(
            path, name, start + 1, " ".join(old[start:end]).strip(), " ".join(new[begin:stop]).strip(), changed
        )


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


def _codes(of: CodeType) -> Iterator[CodeType]:
    yield of
    for each in of.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _shape(code: CodeType) -> tuple[Any, ...]:
    """What a code object does itself, without those in it."""
    constants = tuple(None if isinstance(each, CodeType) else (type(each), each) for each in code.co_consts)
    return code.co_code, constants, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars


def put_in(mutant: Mutant) -> bool:
    """Put the changed code into the functions that are loaded; False where the change is not in a function."""
    source = mutant.path.read_text("utf-8")
    old = list(_codes(compile(source, str(mutant.path), "exec", dont_inherit=True)))
    new = list(_codes(compile(mutant.source, str(mutant.path), "exec", dont_inherit=True)))
    if len(old) != len(new):
        return False
    changed = [(before, after) for before, after in zip(old, new, strict=True) if _shape(before) != _shape(after)]
    functions = [pair for pair in changed if pair[0].co_flags & 0x2]  # CO_NEWLOCALS: neither a module nor a class
    if len(changed) != len(functions) or not changed:
        return False
    around = {
        before: after for before, after in zip(old, new, strict=True) if before != after and before.co_flags & 0x2
    }
    live: dict[tuple[str, int], list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == str(mutant.path):
            live[each.__code__.co_qualname, each.__code__.co_firstlineno].append(each)
    done = 0
    for before, after in around.items():
        for function in live.get((before.co_qualname, before.co_firstlineno), ()):
            if function.__code__.co_freevars != after.co_freevars:
                return False
            function.__code__ = after
            done += 1
    for name in list(sys.modules):
        if name.startswith("filingexport."):
            for each in vars(sys.modules[name]).values():
                if hasattr(each, "cache_clear") and getattr(each, "__module__", "").startswith("filingexport.formats"):
                    each.cache_clear()
    for each in vars(_module(mutant.path)).values():
        if hasattr(each, "cache_clear"):
            each.cache_clear()
    return done > 0


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def _module(path: Path) -> ModuleType:
    return importlib.import_module(_name(path))


class Runner:
    """A plugin of pytest that, in place of running the tests once, runs them for each mutant."""

    def __init__(self, group: str, count: int, seed: int, seconds: float, output: Path, alive: Path | None) -> None:
        self.group = group
        self.modules = GROUPS[group].modules
        self.count = count
        self.seed = seed
        self.seconds = seconds
        self.output = output
        self.wanted = None if alive is None else _alive(alive)
        self.results: list[dict[str, Any]] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """See pytest."""
        started = time.monotonic()
        lines, took = self._baseline(session.items)
        self._told(f"# {self.group}: {len(took)} tests, {sum(took.values()):.0f} s")
        self.kills = dict.fromkeys(session.items, 0)
        for number, mutant in enumerate(mutants(self.modules, self.seed)):
            if number >= self.count or time.monotonic() - started > self.seconds:
                break
            if self.wanted is not None and (mutant.told()["where"], mutant.after) not in self.wanted:
                continue
            # Those that found most in the least time come first.
            every = sorted(session.items, key=lambda each: (self.kills[each] + 0.2) / (took[each] + 0.02), reverse=True)
            cached = any(hasattr(each, "cache_clear") for each in vars(_module(mutant.path)).values())
            covering = [each for each in every if mutant.line in lines[each][str(mutant.path)]]
            chosen = list(_within(covering or (every if cached else []), took))
            begun = time.monotonic()
            outcome = self._in_functions(mutant, chosen, took)
            if outcome is None:
                outcome = "" if self._outside(mutant) else "survived"
            told = {**mutant.told(), "outcome": outcome or "killed", "seconds": round(time.monotonic() - begun, 1)}
            self.results.append(told)
            self._told(json.dumps(told, ensure_ascii=False))
        return True

    def _told(self, line: str) -> None:
        with self.output.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _baseline(
        self, items: Sequence[pytest.Item]
    ) -> tuple[dict[pytest.Item, dict[str, set[int]]], dict[pytest.Item, float]]:
        wanted = {str(each) for each in self.modules}
        lines: dict[pytest.Item, dict[str, set[int]]] = {}
        took: dict[pytest.Item, float] = {}
        for number, item in enumerate(items):
            run: dict[str, set[int]] = defaultdict(set)
            lines[item] = run

            def local(frame: FrameType, event: str, argument: Any, run: dict[str, set[int]] = run) -> Any:
                run[frame.f_code.co_filename].add(frame.f_lineno)
                return local

            def trace(frame: FrameType, event: str, argument: Any) -> Any:
                if frame.f_code.co_filename not in wanted:
                    return None
                # A statement over several lines is changed in one of them, and run in another.
                return local(frame, event, argument)

            begun = sum(os.times()[:4])
            sys.settrace(trace)
            try:
                reports = runtestprotocol(
                    item, log=False, nextitem=items[number + 1] if number + 1 < len(items) else None
                )
            finally:
                sys.settrace(None)
            took[item] = sum(os.times()[:4]) - begun
            wrong = [each for each in reports if each.failed]
            if wrong:
                raise pytest.UsageError(f"{item.nodeid} fails without any change: {wrong[0].longreprtext[-2000:]}")
            spread(run)
        return lines, took

    def _in_functions(self, mutant: Mutant, items: Sequence[pytest.Item], took: dict[pytest.Item, float]) -> str | None:
        """Empty if a test fails, else why not; None where the change is not in a function."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            status = 3
            try:
                os.setpgrp()
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, 1)
                os.dup2(null, 2)
                status = self._child(mutant, items, writing)
            except BaseException:
                status = 1
            finally:
                os._exit(status)
        os.close(writing)
        limit = time.monotonic() + 30 + 4 * sum(took[each] for each in items)
        while time.monotonic() < limit:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                code = os.waitstatus_to_exitcode(status)
                if which := os.read(reading, 10):
                    self.kills[items[int(which)]] += 1
                os.close(reading)
                return {0: "survived" if items else "not run by any test", 2: None}.get(code, "")
            time.sleep(0.02)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        return ""

    def _child(self, mutant: Mutant, items: Sequence[pytest.Item], killer: int) -> int:
        try:
            if not put_in(mutant):
                return 2
        except SyntaxError:
            return 1
        for number, item in enumerate(items):
            reports = runtestprotocol(item, log=False, nextitem=items[number + 1] if number + 1 < len(items) else None)
            if any(each.failed for each in reports):
                os.write(killer, str(number).encode())
                return 1
        return 0

    def _outside(self, mutant: Mutant) -> bool:
        """Whether a test fails, in a process that loads the changed module."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "mutant.py"
            file.write_text(mutant.source, "utf-8")
            command = [
                sys.executable,
                "-m",
                "tests.mutants",
                "--group",
                self.group,
                "--load",
                _name(mutant.path),
                str(file),
            ]
            try:
                done = subprocess.run(command, capture_output=True, cwd=ROOT, timeout=300, check=False)
            except subprocess.TimeoutExpired:
                return True
        return done.returncode != 0


def _alive(results: Path) -> frozenset[tuple[str, str]]:
    told = [json.loads(line) for line in results.read_text("utf-8").splitlines() if line.startswith("{")]
    return frozenset((each["where"], each["after"]) for each in told if each["outcome"] != "killed")


def _within(items: Iterable[pytest.Item], took: dict[pytest.Item, float]) -> Iterator[pytest.Item]:
    left = BUDGET
    for each in items:
        left -= took[each]
        if left < 0:
            return
        yield each


def spread(run: dict[str, set[int]]) -> None:
    """Count with the lines that a test runs all lines of the same statement, of those that hold no others."""
    for path, lines in run.items():
        for start, end in _statements(path):
            if any(each in lines for each in range(start, end + 1)):
                lines.update(range(start, end + 1))


_KNOWN: Final[dict[str, tuple[tuple[int, int], ...]]] = {}


def _statements(path: str) -> tuple[tuple[int, int], ...]:
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


class _Loader(importlib.abc.MetaPathFinder):
    """Loads one module from another file."""

    def __init__(self, name: str, file: str) -> None:
        self.name = name
        self.file = file

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_file_location(fullname, self.file) if fullname == self.name else None


def arguments(group: str) -> list[str]:
    """What pytest is given."""
    files = [ROOT / "tests" / name for name in GROUPS[group].tests]
    return [*(str(each) for each in files), "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]


def report(results: Iterable[dict[str, Any]]) -> str:
    """The rate of each module, and what survived."""
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in results:
        by[each["where"].partition(":")[0]].append(each)
    lines = ["| module | mutants | killed | survived |", "|---|---|---|---|"]
    total = killed = 0
    for name in sorted(by):
        dead = sum(each["outcome"] == "killed" for each in by[name])
        total, killed = total + len(by[name]), killed + dead
        lines.append(f"| `{name}` | {len(by[name])} | {dead} | {len(by[name]) - dead} |")
    lines.append(f"| all | {total} | {killed} ({killed / max(total, 1):.1%}) | {total - killed} |")
    return "\n".join(lines)


def main() -> int:
    """Run it; the results go to a file, one a line, and the table is printed at the end."""
    options = argparse.ArgumentParser(prog="tests.mutants")
    options.add_argument("--group", choices=GROUPS, required=True)
    options.add_argument("--count", type=int, default=300, help="how many mutants of all")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=3600, help="no new mutant after this time")
    options.add_argument(
        "--output", type=Path, default=ROOT / "build" / "mutants.jsonl", help="where the results are added"
    )
    options.add_argument(
        "--load", nargs=2, metavar=("MODULE", "FILE"), help="run the tests with this module loaded from there"
    )
    options.add_argument("--alive", type=Path, help="only those that are alive in these results of the same seed")
    given = options.parse_args()
    if given.load:
        sys.meta_path.insert(0, _Loader(*given.load))
        return int(pytest.main([*arguments(given.group), "-x"]))
    given.output.parent.mkdir(exist_ok=True)
    runner = Runner(given.group, given.count, given.seed, given.seconds, given.output, given.alive)
    status = pytest.main(arguments(given.group), plugins=[runner])
    print(report(runner.results))
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
