"""Other programs on the same files, as their documentation says that they are used, without the network.

They are of the extra ``bench``. The standard schemas that they want to fetch are given to them from the arelle-release
package. A peer that is not installed, or cannot open the file, says so.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import generated
from filingexport.formats import xbrl
from filingexport.names import local_name, namespace
from filingexport.report import Fact, Report, TypedMember
from filingexport.taxonomy import standard


class CannotError(Exception):
    """A peer does not do it; why, in its own words."""


def _needed(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise CannotError(f"{error}") from error


def _told(run: Callable[[], object]) -> Callable[[], object]:
    """The same, in silence; what it raises is why it cannot."""

    def quietly() -> object:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                return run()
            except Exception as error:
                raise CannotError(f"{type(error).__name__}: {error}"[:160]) from error

    return quietly


def _arelle(folder: Path, validate: bool) -> Callable[[], object]:
    api = _needed("arelle.api.Session")
    options = importlib.import_module("arelle.RuntimeOptions")
    logs = importlib.import_module("arelle.logging.handlers.StructuredMessageLogHandler")

    def run() -> object:
        with api.Session() as session:
            session.run(
                options.RuntimeOptions(
                    entrypointFile=str(folder / "filing.xbrl"), validate=validate, internetConnectivity="offline",
                    disablePersistentConfig=True, keepOpen=True,
                ),
                logHandler=logs.StructuredMessageLogHandler(),
            )  # fmt: skip
            [model] = session.get_models()
            if not model.facts:
                raise ValueError("no fact was loaded")
            return len(model.facts)

    return run


def _cache(folder: Path) -> Path:
    """The standard schemas laid out as addresses, as caches of downloads are."""
    cache = folder.parent / "cache"
    if not cache.is_dir():
        for scheme in ("http", "https"):
            shutil.copytree(standard.folder() / scheme, cache, dirs_exist_ok=True)
    return cache


def _py_xbrl(folder: Path) -> Callable[[], object]:
    cache_module, instance = _needed("xbrl.cache"), _needed("xbrl.instance")
    logging.disable(logging.CRITICAL)
    cache = cache_module.HttpCache(str(_cache(folder)))

    def run() -> object:
        parsed = instance.XbrlParser(cache).parse_instance(str(folder / "filing.xbrl"))
        return len(parsed.facts)

    return run


def _xsdata(folder: Path, serialise: bool) -> Callable[[], object]:
    parsers, config = _needed("xsdata.formats.dataclass.parsers"), _needed("xsdata.formats.dataclass.parsers.config")
    serialisers = _needed("xsdata.formats.dataclass.serializers")
    try:
        made = generated.classes(folder.parent / "xsdata")
    except Exception as error:
        raise CannotError(f"{error}"[:160]) from error
    # The company's own items are in no class; it passes over them.
    parser = parsers.XmlParser(config.ParserConfig(fail_on_unknown_properties=False))
    path = folder / "filing.xbrl"
    if not serialise:
        return lambda: parser.from_path(path, made.Xbrl)
    held = parser.from_path(path, made.Xbrl)
    return lambda: serialisers.XmlSerializer().render(held)


def _xbrl_forge(folder: Path) -> Callable[[], object]:
    """From its own objects, of the same facts, to the bytes of an instance: it makes no languages, ids and footnotes."""
    forge, producer = _needed("xbrl_forge"), _needed("xbrl_forge.xbrl_generation.XbrlProducer")
    logging.disable(logging.CRITICAL)
    report = xbrl.read((folder / "filing.xbrl").read_bytes()).report
    spaces = {space: f"n{number}" for number, space in enumerate(sorted(_namespaces(report)))}

    def tag(name: str) -> dict[str, str]:
        return {"namespace": namespace(name), "name": local_name(name)}

    def dimension(axis: str, member: str | TypedMember) -> dict[str, Any]:
        if isinstance(member, str):
            return {"axis": tag(axis), "member": tag(member)}
        return {"axis": tag(axis), "member": tag(member.element), "typed_member_value": member.text}

    def applied(fact: Fact) -> dict[str, Any]:
        said: dict[str, Any] = {
            "nil": fact.value is None,
            "decimals": "INF" if fact.decimals is None else fact.decimals,
        }
        if fact.unit is not None:
            said["unit"] = {"numerator": tag(fact.unit.numerators[0])}
            if fact.unit.denominators:
                said["unit"]["denominator"] = tag(fact.unit.denominators[0])
        start = fact.period.start
        return {
            **tag(fact.concept), "attributes": said, "entity": report.entity.identifier, "entity_scheme": report.entity.scheme,
            "start_date": None if start is None else start.isoformat(), "end_date": fact.period.end.isoformat(),
            "dimensions": [dimension(*pair) for pair in fact.dimensions],
        }  # fmt: skip

    content = [{"type": "BASE_XBRL", "content": fact.value or "0", "tags": [applied(fact)]} for fact in report.facts]
    said = {"name": "filing", "taxonomy_schema": "filing.xsd", "lang": "ja", "namespaces": spaces, "content": content}
    [document] = forge.load_input_data({"reports": [said]}).reports
    return lambda: producer.XbrlProducer(document).create_xbrl().content


def _namespaces(report: Report) -> set[str]:
    found: set[str] = set()
    for fact in report.facts:
        found.add(namespace(fact.concept))
        for axis, member in fact.dimensions:
            found |= {namespace(axis), namespace(member if isinstance(member, str) else member.element)}
        if fact.unit is not None:
            found |= {namespace(each) for each in (*fact.unit.numerators, *fact.unit.denominators)}
    return found


ACTIONS: dict[str, Callable[[Path], Callable[[], object]]] = {
    "Arelle: load": lambda folder: _arelle(folder, False),
    "Arelle: load and validate": lambda folder: _arelle(folder, True),
    "py-xbrl: read": _py_xbrl,
    "xsdata: parse": lambda folder: _xsdata(folder, False),
    "xsdata: serialise": lambda folder: _xsdata(folder, True),
    "xbrl-forge: write": _xbrl_forge,
}


def action(name: str, folder: Path) -> Callable[[], object]:
    """What is timed; raises `CannotError`, as what it gives does."""
    return _told(ACTIONS[name](folder))
