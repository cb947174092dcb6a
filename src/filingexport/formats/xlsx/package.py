"""The parts of an untrusted workbook: told apart from what only looks like one, inflated within limits, without macros."""

from __future__ import annotations

import re
from typing import Final

from filingexport.findings import FilingError, finding
from filingexport.formats import archive
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml, plain_xml
from filingexport.names import ARCHIVE
from filingexport.said import Said, say

CONTENT_TYPES: Final = "[Content_Types].xml"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_EMPTY_ROWS: Final = say(
    "a sheet may hold a million empty rows with formats: delete the rows below what is filled in",
    "書式だけの空の行が大量にあると思われます。記入した行より下の行を削除してください。",
)
_XML: Final = (".xml", ".rels", ".vml")
_MACROS: Final = say(
    "may hold macros (.xlsm), which are not opened; save it as an Excel workbook (.xlsx)",
    "マクロを含み得る形式（.xlsm）のため開けません。Excelブック（.xlsx）として保存してください。",
)
_DOCUMENTS: Final = (
    (
        re.compile(r"wordprocessingml\..*\.main\+xml"),
        say("is a Word document, not a workbook", "Word文書であり、ブックではありません。"),
    ),
    (
        re.compile(r"presentationml\..*\.main\+xml"),
        say(
            "is a PowerPoint presentation, not a workbook",
            "PowerPointのプレゼンテーションであり、ブックではありません。",
        ),
    ),
    (
        re.compile(r"sheet\.binary\.macroEnabled\.main"),
        say(
            "is a binary workbook (.xlsb); save it as an Excel workbook (.xlsx)",
            "バイナリ形式のブック（.xlsb）です。Excelブック（.xlsx）として保存してください。",
        ),
    ),
    (re.compile(r"\.macroEnabled\.main\+xml"), _MACROS),
)
"""What the content type of the main part betrays, and what is said of it."""


def refuse(message: Said, place: str, code: str = "fx:unreadable") -> FilingError:
    """What is raised where there is no workbook to read."""
    return FilingError([finding(code, message, place)])


def parts(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """The parts of this workbook by name, without a leading slash; raises FilingError, with what to do.

    Every part in XML is in UTF-8 and has no document type declaration, so that other libraries may open them too.
    """
    if not data:
        raise refuse(say("is empty", "ファイルが空です。"), place)
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
                say(
                    "is damaged: it {damage}; open and save it again, or take an older copy",
                    "ファイルが破損しています。{damage}開いて保存し直すか、以前の複製を使用してください。",
                    damage=first.both,
                ),
                place,
            ) from None
        if "xl/worksheets/" in first.message:
            raise refuse(
                say("{limit}; {hint}", "{limit}{hint}", limit=first.both, hint=_EMPTY_ROWS), place, first.code
            ) from None
        raise
    _refuse_other_documents(found, place, limits)
    return {
        name: plain_xml(content, f"{place}!{name}") if name.lower().endswith(_XML) else content
        for name, content in found.items()
    }


def _ole(data: bytes) -> Said:
    if _ENCRYPTED in data:
        return say(
            "is protected by a password to open; in Excel remove it (File, Info, Protect Workbook, Encrypt with Password, leave it empty) and save",
            "開くためのパスワードで保護されています。Excelで解除し（「ファイル」「情報」「ブックの保護」「パスワードを使用して暗号化」を空にする）、保存してください。",
        )
    return say(
        "is in an old format (.xls, or a document of another program); save it as an Excel workbook (.xlsx)",
        "古い形式（.xlsなど、又は他のソフトの文書）です。Excelブック（.xlsx）として保存してください。",
    )


def _other(data: bytes) -> Said:
    head = data[:512].lstrip()
    if head.startswith(b"%PDF"):
        return say("is a PDF document, not a workbook", "PDF文書であり、ブックではありません。")
    if head.startswith(b"<"):
        return say(
            "is XML or HTML, not a workbook; save it as an Excel workbook (.xlsx)",
            "XML又はHTMLであり、ブックではありません。Excelブック（.xlsx）として保存してください。",
        )
    return say(
        "is no workbook (.xlsx); if it is a table of text (.csv), copy its cells into a workbook of filingexport",
        "ブック（.xlsx）ではありません。テキストの表（.csv）であれば、そのセルを本ソフトのブックにコピーしてください。",
    )


def _refuse_other_documents(found: dict[str, bytes], place: str, limits: Limits) -> None:
    if CONTENT_TYPES not in found:
        kind = found.get("mimetype", b"")
        if b"opendocument" in kind:
            raise refuse(
                say(
                    "is an OpenDocument file (.ods); save it as an Excel workbook (.xlsx)",
                    "OpenDocument形式（.ods）です。Excelブック（.xlsx）として保存してください。",
                ),
                place,
            )
        raise refuse(say("is a zip archive, but no workbook", "zip形式の書庫ですが、ブックではありません。"), place)
    types = parse_xml(found[CONTENT_TYPES], f"{place}!{CONTENT_TYPES}", limits)
    said = " ".join(each.get("ContentType", "") for each in types)
    for mark, message in _DOCUMENTS:
        if mark.search(said):
            raise refuse(message, place)
    if any(name.lower().endswith("vbaproject.bin") for name in found):
        raise refuse(_MACROS, place)
