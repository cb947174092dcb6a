"""A changed module put in place of one that is loaded, and what was remembered of the old one forgotten."""

from __future__ import annotations

import ast
import gc
import importlib.abc
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from tests.mutating.places import PACKAGE, ROOT, Mutant


def name_of(path: Path) -> str:
    """The name by which a module of the package, or of the tests, is imported."""
    top = PACKAGE.parent if PACKAGE in path.parents else ROOT
    parts = path.relative_to(top).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# --- the code ----------------------------------------------------------------------------------------------------


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
    return done > 0


def _codes(of: CodeType) -> Iterator[CodeType]:
    yield of
    for each in of.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _shape(code: CodeType) -> tuple[Any, ...]:
    """What a code object does itself, without those in it."""
    constants = tuple(None if isinstance(each, CodeType) else (type(each), each) for each in code.co_consts)
    return code.co_code, constants, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars


class InPlaceOf(importlib.abc.MetaPathFinder):
    """Loads one module from another text, as if it stood in its file."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.loader = _Text(name, str(PACKAGE.parent.joinpath(*name.split(".")).with_suffix(".py")))
        self.loader.source = source

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        """See importlib."""
        return importlib.util.spec_from_loader(fullname, self.loader) if fullname == self.name else None


class _Text(SourceFileLoader):
    source: str

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec", dont_inherit=True)


# --- what it remembered ------------------------------------------------------------------------------------------


def forget(modules: Iterable[str], kept: Iterable[str] = ()) -> None:
    """Empty what is remembered in these modules, but for `kept`: functools.cache, `once`, and `remembered`."""
    for name in modules:
        module = sys.modules.get(name)
        if module is not None:
            for owner in (module, *(each for each in vars(module).values() if isinstance(each, type))):
                for attribute, value in list(vars(owner).items()):
                    if f"{name}.{attribute}" not in kept:
                        _forget(value)


def _forget(value: Any) -> None:
    if hasattr(value, "cache_clear") and not isinstance(value, type):
        value.cache_clear()
    memory = getattr(value, "__self__", None)
    if isinstance(memory, dict) and type(memory).__module__.startswith("filingexport."):
        memory.clear()


@cache
def dependents(changed: str) -> frozenset[str]:
    """The modules of the package and of the tests that import this one, they or those that they import; and itself."""
    users: dict[str, set[str]] = defaultdict(set)
    for name, imported in _imports().items():
        for each in imported:
            users[each].add(name)
    found = {changed}
    new = [changed]
    while new:
        for each in users[new.pop()] | users["*"]:
            if each not in found:
                found.add(each)
                new.append(each)
    return frozenset(found)


@cache
def _imports() -> dict[str, frozenset[str]]:
    """What each module imports, in functions too; "*" for what it asks for by a name that is made up."""
    files = {name_of(path): path for top in (PACKAGE, ROOT / "tests") for path in sorted(top.rglob("*.py"))}
    found: dict[str, frozenset[str]] = {}
    for name, path in files.items():
        names: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
                names.update(f"{node.module}.{each.name}" for each in node.names)
            elif isinstance(node, ast.Import):
                names.update(each.name for each in node.names)
            elif "import_module" in (getattr(node, "id", None), getattr(node, "attr", None)):
                names.add("*")
        # The package itself hands on whatever its modules have.
        found[name] = frozenset("*" if each == "filingexport" else each for each in names if each in (*files, "*"))
    return found
