"""What an independent processor reads in documents: ``python -m tests.arelle_facts [--facts] FILE…`` prints it as JSON.

It also judges them, which takes the larger part of its time; with ``--facts`` it does not, and there are no messages.

A process of its own, for it keeps much that is global. The standard taxonomy's own files are judged elsewhere, once.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from arelle import ValidateXbrlDTS, XmlUtil  # type: ignore[import-untyped]
from arelle.api.Session import Session  # type: ignore[import-untyped]
from arelle.logging.handlers.StructuredMessageLogHandler import (  # type: ignore[import-untyped]
    StructuredMessageLogHandler,
)
from arelle.RuntimeOptions import RuntimeOptions  # type: ignore[import-untyped]

_ROOT = Path(__file__).parent.parent
_check = ValidateXbrlDTS.checkDTS
_ERRORS = ("critical", "error", "inconsistency", "warning")


def _check_others(val: Any, document: Any, checked: Any) -> None:
    if Path(document.uri).name.startswith("filingexport-"):
        checked.add(document)
    else:
        _check(val, document, checked)


def read(file: str, judged: bool = True) -> dict[str, Any]:
    """Messages and facts of one document."""
    handler = StructuredMessageLogHandler()
    with tempfile.TemporaryDirectory() as cache, Session() as session:
        options = RuntimeOptions(
            entrypointFile=file, validate=judged, calcs="c11r", utrValidate=True, validateXmlOim=True,
            validateDuplicateFacts="inconsistent", internetConnectivity="offline", cacheDirectory=cache,
            disablePersistentConfig=True, keepOpen=True, plugins="inlineXbrlDocumentSet" if file.endswith("html") else None,
        )  # fmt: skip
        session.run(options, logHandler=handler)
        [model] = session.get_models()
        notes = model.relationshipSet("XBRL-footnotes")
        facts = [_fact(fact, notes) for fact in model.factsInInstance]
    told = [
        f"{each['messageCode']}: {each['msg']}" for each in handler.messages if each["levelname"].lower() in _ERRORS
    ]
    return {"messages": told, "facts": facts}


def exact(number: str) -> str:
    """The one spelling of a number: a page prints 10.0 per cent, which is 0.100."""
    return format(Decimal(number).normalize(), "f")


def _fact(fact: Any, notes: Any) -> list[Any]:
    context, unit = fact.context, fact.unit
    dimensions = sorted(
        (axis.clarkNotation, each.typedMember.stringValue if each.isTyped else each.memberQname.clarkNotation)
        for axis, each in context.qnameDims.items()
    )
    start = None if context.isInstantPeriod else str(context.startDatetime)
    language = XmlUtil.ancestorOrSelfAttr(fact, "{http://www.w3.org/XML/1998/namespace}lang")
    text = not fact.isNumeric and not fact.isNil and fact.concept.type.isOimTextFactType
    tied = sorted(
        (each.arcrole, each.toModelObject.xmlLang.lower(), "".join(each.toModelObject.itertext()))
        for each in notes.fromModelObject(fact)
    )
    return [
        fact.qname.clarkNotation, *context.entityIdentifier, start, str(context.endDatetime), dimensions,
        None if unit is None else [[measure.clarkNotation for measure in side] for side in unit.measures],
        None if fact.isNil else exact(fact.value) if fact.isNumeric else fact.value, fact.decimals, language.lower() if text and language else None, tied,
    ]  # fmt: skip


def asked(*files: Path) -> dict[Path, dict[str, Any]]:
    """The same of each of these documents, from a process of its own."""
    command = [sys.executable, "-m", "tests.arelle_facts", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout)
    return {file: said[str(file)] for file in files}


def codes(messages: list[str]) -> set[str]:
    """What kinds of codes these messages have."""
    return {each.partition(":")[0] for each in messages}


if __name__ == "__main__":
    ValidateXbrlDTS.checkDTS = _check_others
    judged = sys.argv[1] != "--facts"
    json.dump({file: read(file, judged) for file in sys.argv[1 if judged else 2 :]}, sys.stdout)
