"""Which tests are run for a mutant, and running them.

The tests are collected once and run twice without any change: to see which lines each of them runs, and how long it
takes, which is kept for the next time. Then for each mutant a fork of the process puts the changed function in place of the one that is loaded, forgets
what was remembered of it, and runs the tests that run the changed line, those that found most in the least time first,
until one fails. A change outside functions (a constant, a default) takes a process of its own.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from attrs import frozen
from hypothesis import Phase, settings

from tests.mutating.places import PACKAGE, ROOT, Mutant, mutants, statements
from tests.mutating.putting import dependents, forget, name_of, put_in

BUDGET: Final = 60.0
"""Seconds of the processor of tests for a mutant, as they take without any change; those beyond are not run, and their number is told."""
_OWN_SETTINGS: Final = "_hypothesis_internal_use_settings"


@frozen
class Group:
    """Modules that the same tests are about.

    without: words of the names of tests that are left out. kept: caches of tests that hold nothing which these modules made.
    """

    patterns: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def modules(self) -> tuple[Path, ...]:
        """The modules' files."""
        found = (path for each in self.patterns for path in sorted(PACKAGE.glob(each)))
        return tuple(path for path in found if path.name != "__init__.py")


def arguments(group: Group) -> list[str]:
    """What pytest is given."""
    files = [ROOT / "tests" / name for name in group.tests]
    without = ["-k", " and ".join(f"not {each}" for each in group.without)] if group.without else []
    return [*(str(each) for each in files), *without, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]


class Runner:
    """A plugin of pytest that, in place of running the tests once, runs them for each mutant."""

    def __init__(self, name: str, group: Group, only: str, count: int, seed: int, seconds: float, output: Path) -> None:
        self.name = name
        self.group = group
        self.only = only
        self.count = count
        self.seed = seed
        self.seconds = seconds
        self.output = output
        self.results: list[dict[str, Any]] = []
        self.alone = False
        self.lines: dict[pytest.Item, dict[str, set[int]]] = {}
        self.took: dict[pytest.Item, float] = {}
        self.kills: dict[tuple[pytest.Item, str], int] = defaultdict(int)
        self.fixtures: dict[Any, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.tracing: list[dict[str, set[int]]] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """See pytest."""
        gc.unfreeze()  # what stays is frozen where tests are collected: the functions could not be found
        signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background a shell has it ignored
        for item in session.items:
            without_shrinking(item)
        if not self._recall(session.items):
            self._see_lines(session.items)
            self._see_times(session.items)
            self._remember()
        self._tell(f"# {self.name}: {len(self.took)} tests, {sum(self.took.values()):.0f} s")
        started = time.monotonic()
        for number, mutant in enumerate(mutants(self.group.modules, self.seed, self.only)):
            if number >= self.count or time.monotonic() - started > self.seconds:
                break
            self._judge(mutant)
        return True

    def _judge(self, mutant: Mutant) -> None:
        covering = [each for each in self.lines if mutant.line in self.lines[each][str(mutant.path)]]
        ordered = sorted(covering, key=lambda each: self._worth(each, mutant.module), reverse=True)
        chosen = list(_within(ordered, self.took))
        begun = time.monotonic()
        outcome = self._in_functions(mutant, chosen) if chosen else None
        how = "fork"
        if outcome is None:
            how = "process"
            outcome = self._outside(mutant)
        told: dict[str, Any] = {**mutant.told(), "outcome": outcome, "how": how}
        if outcome == "survived" and how == "fork":
            told |= {"tests": len(chosen), "left out": len(ordered) - len(chosen)}
        told["seconds"] = round(time.monotonic() - begun, 1)
        self.results.append(told)
        self._tell(json.dumps(told, ensure_ascii=False))

    def _worth(self, item: pytest.Item, module: str) -> float:
        found = self.kills[item, module] + 0.2 * self.kills[item, ""] + 0.1
        return found / (self.took[item] + 0.02)

    def _tell(self, line: str) -> None:
        with self.output.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _forget(self, changed: Iterable[Path]) -> None:
        forget(frozenset().union(*(dependents(name_of(each)) for each in changed)), self.group.kept)

    # --- without any change --------------------------------------------------------------------------------------

    def _see_lines(self, items: Sequence[pytest.Item]) -> None:
        """The lines that each test runs, or a fixture that it asks for, which another test may have made."""
        wanted = {str(each) for each in self.group.modules}

        def local(frame: FrameType, event: str, argument: Any) -> Any:
            for run in self.tracing:
                run[frame.f_code.co_filename].add(frame.f_lineno)
            return local

        def trace(frame: FrameType, event: str, argument: Any) -> Any:
            return local(frame, event, argument) if frame.f_code.co_filename in wanted else None

        for number, item in enumerate(items):
            self.lines[item] = defaultdict(set)
            self.tracing = [self.lines[item]]
            # What one test leaves remembered, the next would not run.
            self._forget(self.group.modules)
            sys.settrace(trace)
            try:
                _run(item, items[number + 1 : number + 2])
            finally:
                sys.settrace(None)
                self.tracing = []
        for item in items:
            for fixture in {each for asked in _fixtures(item) for each in asked}:
                for path, lines in self.fixtures[fixture].items():
                    self.lines[item][path] |= lines
            _spread(self.lines[item])

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Any:
        """See pytest."""
        if not self.tracing:
            return (yield)
        self.tracing.append(self.fixtures[fixturedef])
        try:
            return (yield)
        finally:
            self.tracing.pop()

    def _see_times(self, items: Sequence[pytest.Item]) -> None:
        """How long each test takes, in a fork, as for a mutant that changes nothing: all must pass."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                self._forget(self.group.modules)
                with os.fdopen(writing, "w") as out:
                    for number, item in enumerate(items):
                        begun = sum(os.times()[:4])
                        _run(item, items[number + 1 : number + 2])
                        out.write(f"{sum(os.times()[:4]) - begun}\n")
                status = 0
            finally:
                os._exit(status)
        os.close(writing)
        with os.fdopen(reading) as told:
            took = [float(line) for line in told]
        os.waitpid(child, 0)
        if len(took) < len(items):
            raise pytest.UsageError(f"{items[len(took)].nodeid} fails with nothing remembered")
        self.took = dict(zip(items, took, strict=True))

    def _recall(self, items: Sequence[pytest.Item]) -> bool:
        """What was seen of these tests when they last ran without any change, if nothing was edited since."""
        try:
            seen = json.loads(self._seen.read_text("utf-8"))
        except (OSError, ValueError):
            return False
        if seen["of"] != _edition() or seen["tests"].keys() != {each.nodeid for each in items}:
            return False
        for item in items:
            known = seen["tests"][item.nodeid]
            self.took[item] = known["took"]
            self.lines[item] = defaultdict(
                set, {str(ROOT / path): set(lines) for path, lines in known["lines"].items()}
            )
        return True

    def _remember(self) -> None:
        tests = {
            item.nodeid: {
                "took": self.took[item],
                "lines": {Path(path).relative_to(ROOT).as_posix(): sorted(lines) for path, lines in seen.items()},
            }
            for item, seen in self.lines.items()
        }
        self._seen.write_text(json.dumps({"of": _edition(), "tests": tests}), "utf-8")

    @property
    def _seen(self) -> Path:
        return self.output.parent / f"mutants-{self.name}.json"

    # --- with a change -------------------------------------------------------------------------------------------

    def _in_functions(self, mutant: Mutant, items: Sequence[pytest.Item]) -> str | None:
        """What became of it; None where the change is not in a function."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            answer = "broken"
            try:
                os.setpgrp()
                most = int(10 + 2 * sum(self.took[each] for each in items))
                resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, 1)
                os.dup2(null, 2)
                answer = self._child(mutant, items)
            finally:
                os.write(writing, answer.encode())
                os._exit(0)
        os.close(writing)
        limit = time.monotonic() + 120 + 20 * sum(self.took[each] for each in items)
        while not os.waitpid(child, os.WNOHANG)[0]:
            if time.monotonic() > limit:
                os.killpg(child, signal.SIGKILL)
            time.sleep(0.01)
        with os.fdopen(reading) as told:
            answer = told.read()
        if answer == "broken":
            raise pytest.UsageError(f"{mutant.told()} could not be put in")
        if answer.isdigit():
            for module in (mutant.module, ""):
                self.kills[items[int(answer)], module] += 1
            return "killed"
        # Without an answer the process was ended: by its time, or by what it ran.
        return {"": "killed by its time", "elsewhere": None}.get(answer, answer)

    def _child(self, mutant: Mutant, items: Sequence[pytest.Item]) -> str:
        if not put_in(mutant):
            return "elsewhere"
        self._forget([mutant.path])
        for number, item in enumerate(items):
            try:
                _run(item, items[number + 1 : number + 2])
            except BaseException:
                return str(number)
        return "survived"

    def _outside(self, mutant: Mutant) -> str:
        """Whether a test fails, in a process that loads the changed module."""
        if not self.alone:
            self.alone = True
            unchanged = mutant.path.read_text("utf-8")
            if not self._passes(mutant, unchanged):
                raise pytest.UsageError("tests fail in a process of their own, without any change")
        return "survived" if self._passes(mutant, mutant.source) else "killed"

    def _passes(self, mutant: Mutant, source: str) -> bool:
        ordered = sorted(self.took, key=lambda each: self._worth(each, mutant.module), reverse=True)
        with tempfile.TemporaryDirectory() as folder:
            file, order = Path(folder) / "mutant.py", Path(folder) / "order.json"
            file.write_text(source, "utf-8")
            order.write_text(json.dumps([each.nodeid for each in ordered]), "utf-8")
            module = name_of(mutant.path)
            command = [sys.executable, "-m", "tests.mutants", "--group", self.name]
            command += ["--load", module, str(file), str(order)]
            most = int(60 + 5 * sum(self.took.values()))
            done = subprocess.run(
                command,
                capture_output=True,
                cwd=ROOT,
                check=False,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5)),
            )
        return done.returncode == 0


class Ordered:
    """A plugin of pytest that runs the tests in this order of their names."""

    def __init__(self, order: Sequence[str]) -> None:
        self.place = {each: number for number, each in enumerate(order)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """See pytest."""
        items.sort(key=lambda each: self.place.get(each.nodeid, 0))
        for item in items:
            without_shrinking(item)


def _edition() -> str:
    """What tells these sources and tests from any others."""
    told = hashlib.sha256()
    for top in (PACKAGE, ROOT / "tests", ROOT / "samples"):
        for path in sorted(each for each in top.rglob("*") if each.is_file() and each.suffix != ".pyc"):
            told.update(path.as_posix().encode() + path.read_bytes())
    return told.hexdigest()


def without_shrinking(item: pytest.Item) -> None:
    """That an example fails is enough: the smallest that does is not looked for."""
    function = getattr(item, "obj", None)
    known = getattr(function, _OWN_SETTINGS, None)
    if known is not None and Phase.shrink in known.phases:  # tests with parameters share their function
        # Of a method the function itself, as the method takes no attributes.
        setattr(
            getattr(function, "__func__", function),
            _OWN_SETTINGS,
            settings(known, phases=(Phase.explicit, Phase.generate)),
        )


def _run(item: pytest.Item, following: Sequence[pytest.Item]) -> None:
    """Run a test; AssertionError if it fails."""
    reports = runtestprotocol(item, log=False, nextitem=following[0] if following else None)
    wrong = [each for each in reports if each.failed]
    if wrong:
        raise AssertionError(f"{item.nodeid}: {wrong[0].longreprtext[-2000:]}")


def _fixtures(item: pytest.Item) -> Iterable[Sequence[Any]]:
    info = getattr(item, "_fixtureinfo", None)
    return info.name2fixturedefs.values() if info is not None else ()


def _within(items: Iterable[pytest.Item], took: dict[pytest.Item, float]) -> Iterator[pytest.Item]:
    left = BUDGET
    for each in items:
        left -= took[each]
        if left < 0:
            return
        yield each


def _spread(run: dict[str, set[int]]) -> None:
    """Count with the lines that a test runs all lines of the same statement, of those that hold no others."""
    for path, lines in run.items():
        for start, end in statements(path):
            if any(each in lines for each in range(start, end + 1)):
                lines.update(range(start, end + 1))
