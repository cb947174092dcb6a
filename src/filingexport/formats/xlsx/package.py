"""The parts of an untrusted workbook: told apart from what only looks like one, inflated within limits, without macros."""

from __future__ import annotations

import re
from typing import Final

from filingexport.findings import FilingError, finding
from filingexport.formats import archive
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml, plain_xml
from filingexport.names import ARCHIVE

CONTENT_TYPES: Final = "[Content_Types].xml"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_EMPTY_ROWS: Final = "a sheet may hold a million empty rows with formats: delete the rows below what is filled in"
_XML: Final = (".xml", ".rels", ".vml")
_MACROS: Final = "may hold macros (.xlsm), which are not opened; save it as an Excel workbook (.xlsx)"
_DOCUMENTS: Final = (
    (re.compile(r"wordprocessingml\..*\.main\+xml"), "is a Word document, not a workbook"),
    (re.compile(r"presentationml\..*\.main\+xml"), "is a PowerPoint presentation, not a workbook"),
    (
        re.compile(r"sheet\.binary\.macroEnabled\.main"),
        "is a binary workbook (.xlsb); save it as an Excel workbook (.xlsx)",
    ),
    (re.compile(r"\.macroEnabled\.main\+xml"), _MACROS),
)
"""What the content type of the main part betrays, and what is said of it."""


def refuse(message: str, place: str, code: str = "fx:unreadable") -> FilingError:
    """What is raised where there is no workbook to read."""
    return FilingError([finding(code, message, place)])


def parts(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """The parts of this workbook by name, without a leading slash; raises FilingError, with what to do.

    Every part in XML is in UTF-8 and has no document type declaration, so that other libraries may open them too.
    """
    if not data:
        raise refuse("is empty", place)
    if data.startswith(_OLE):
        raise refuse(_ole(data), place)
    if not data.startswith(ARCHIVE):
        raise refuse(_other(data), place)
    try:
        found = archive.files(data, place, limits)
    except FilingError as error:
        [first] = error.findings
        if first.code == "fx:unreadable":
            raise refuse(
                f"is damaged: it {first.message}; open and save it again, or take an older copy", place
            ) from None
        if "xl/worksheets/" in first.message:
            raise refuse(f"{first.message}; {_EMPTY_ROWS}", place, first.code) from None
        raise
    _refuse_other_documents(found, place, limits)
    return {
        name: plain_xml(content, f"{place}!{name}") if name.lower().endswith(_XML) else content
        for name, content in found.items()
    }


def _ole(data: bytes) -> str:
    if _ENCRYPTED in data:
        return (
            "is protected by a password to open; in Excel remove it (File, Info, Protect Workbook, Encrypt with "
            "Password, leave it empty) and save"
        )
    return "is in an old format (.xls, or a document of another program); save it as an Excel workbook (.xlsx)"


def _other(data: bytes) -> str:
    head = data[:512].lstrip()
    if head.startswith(b"%PDF"):
        return "is a PDF document, not a workbook"
    if head.startswith(b"<"):
        return "is XML or HTML, not a workbook; save it as an Excel workbook (.xlsx)"
    return "is no workbook (.xlsx); if it is a table of text (.csv), copy its cells into a workbook of filingexport"


def _refuse_other_documents(found: dict[str, bytes], place: str, limits: Limits) -> None:
    if CONTENT_TYPES not in found:
        kind = found.get("mimetype", b"")
        if b"opendocument" in kind:
            raise refuse("is an OpenDocument file (.ods); save it as an Excel workbook (.xlsx)", place)
        raise refuse("is a zip archive, but no workbook", place)
    types = parse_xml(found[CONTENT_TYPES], f"{place}!{CONTENT_TYPES}", limits)
    said = " ".join(each.get("ContentType", "") for each in types)
    for mark, message in _DOCUMENTS:
        if mark.search(said):
            raise refuse(message, place)
    if any(name.lower().endswith("vbaproject.bin") for name in found):
        raise refuse(_MACROS, place)
