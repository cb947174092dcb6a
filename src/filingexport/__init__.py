"""filingexport: a Japanese company's notice of a general meeting of shareholders as XBRL, and back.

Few names: `load` and `dump` for source folders, `read_workbook` and `write_workbook` for workbooks, `read`, `write` and
`documents` for documents of any format, `facts` for the facts of a large instance one by one, `validate`, `export` and `convert`; `Filing` is the object between them,
`FilingError` what is raised, `Finding` what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from filingexport.authoring.dump import dump
    from filingexport.authoring.source import load
    from filingexport.authoring.workbook.reader import read_workbook
    from filingexport.authoring.workbook.writer import write_workbook
    from filingexport.findings import FilingError, Finding, Severity
    from filingexport.formats.xbrl.streaming import facts
    from filingexport.library import convert, documents, export, extension_files, read, validate, write
    from filingexport.making import Exported
    from filingexport.model.filing import Filing

__all__ = [
    "Exported",
    "Filing",
    "FilingError",
    "Finding",
    "Severity",
    "convert",
    "documents",
    "dump",
    "export",
    "extension_files",
    "facts",
    "load",
    "read",
    "read_workbook",
    "validate",
    "write",
    "write_workbook",
]

# Loaded when first used: a command that needs only one of them starts at once.
_HOMES: Final = {
    "Exported": "making",
    "convert": "library",
    "documents": "library",
    "export": "library",
    "extension_files": "library",
    "facts": "formats.xbrl.streaming",
    "read": "library",
    "validate": "library",
    "write": "library",
    "Filing": "model.filing",
    "FilingError": "findings",
    "Finding": "findings",
    "Severity": "findings",
    "dump": "authoring.dump",
    "load": "authoring.source",
    "read_workbook": "authoring.workbook.reader",
    "write_workbook": "authoring.workbook.writer",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
