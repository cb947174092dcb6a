# mypy: disable-error-code="misc"
"""The corpus: files in eighteen kinds, over all readers. Each either reads or is refused with a clear error."""

from __future__ import annotations

import io
import json
import random
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve, frozen

from tests.hostile import drafts, growth
from tests.hostile.base import (
    COUNT,
    DAY,
    DRAFTS,
    READERS,
    TEXT,
    Files,
    filled,
    inside,
    into,
    made,
    on_root,
    own,
    repacked,
    swapped,
)


@frozen
class Case:
    """One hostile input. files: name to content, what is opened first. reads: whether it must be read (None: either)."""

    kind: str
    name: str
    reader: str
    files: Files
    reads: bool | None = False

    @property
    def heavy(self) -> bool:
        """Whether it is large: such cases are read by `make soak` alone."""
        return sum(map(len, self.files.values())) > LIGHT


LIGHT = 600_000
"""Bytes of a case that is quick to write and to read."""
EDGES = 50

XML = ("xbrl", "ixbrl", "package", "xlsx", "extension", "docx")
"""Where XML that others wrote is parsed."""


def main_of(files: Files) -> str:
    return next(iter(files))


def _xml_part(reader: str) -> tuple[Files, str]:
    """The files of a reader and the name of the XML in them, `archive!part` in an archive."""
    match reader:
        case "package":
            files = made("package")
            part = next(each for each in inside(files[main_of(files)]) if each.endswith(".xbrl"))
            return files, f"{main_of(files)}!{part}"
        case "xlsx":
            return made("xlsx"), "notice.xlsx!xl/worksheets/sheet1.xml"
        case "docx":
            return made("docx"), "notice.docx!word/document.xml"
        case "extension":
            files = dict(own())
            return files, next(each for each in files if each.endswith("-pre.xml"))
        case _:
            files = made(reader)
            return files, main_of(files)


def with_xml(reader: str, change: Callable[[str], str | bytes]) -> Files:
    """The files of a reader with its XML changed."""
    files, name = _xml_part(reader)
    holder, mark, part = name.partition("!")
    data = inside(files[holder])[part] if mark else files[name]
    said = change(data.decode())
    changed = said if isinstance(said, bytes) else said.encode("utf-8", "surrogatepass")
    return {**files, holder: repacked(files[holder], {part: changed}) if mark else changed}


def _prolog(text: str, more: str) -> str:
    """Something put between the declaration and the root."""
    head = re.match(r"<\?xml[^>]*\?>", text)
    at = head.end() if head else 0
    return f"{text[:at]}\n{more}\n{text[at:]}"


def _reader(reader: str) -> str:
    return "xbrl" if reader == "extension" else reader


def _root(text: str) -> str:
    found = re.search(r"<([A-Za-z_][\w:.-]*)[\s>]", text)
    assert found is not None
    return found[1]


# --- 1 to 3: what XML can be made to include --------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = {
    "external file": ('<!DOCTYPE {root} [<!ENTITY x SYSTEM "file://{secret}">]>', "&x;"),
    "external host": ('<!DOCTYPE {root} [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]>', "&x;"),
    "public": ('<!DOCTYPE {root} [<!ENTITY x PUBLIC "-//x" "http://127.0.0.1:{port}/x">]>', "&x;"),
    "parameter file": ('<!DOCTYPE {root} [<!ENTITY % x SYSTEM "file://{secret}"> %x;]>', ""),
    "parameter host": ('<!DOCTYPE {root} [<!ENTITY % x SYSTEM "http://127.0.0.1:{port}/x"> %x;]>', ""),
    "billion laughs": ('<!DOCTYPE {root} [<!ENTITY a0 "ha">' + LAUGHS + "]>", "&a9;"),
    "quadratic": ('<!DOCTYPE {root} [<!ENTITY x "' + "x" * 50_000 + '">]>', "&x;" * 5_000),
    "recursive": ('<!DOCTYPE {root} [<!ENTITY x "&y;"><!ENTITY y "&x;">]>', "&x;"),
    "undeclared": ("", "&nbsp;"),
    "unparsed": ('<!DOCTYPE {root} [<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "file://{secret}" NDATA n>]>', ""),
}
DOCTYPES = {
    "empty": "<!DOCTYPE {root}>",
    "html": "<!DOCTYPE html>",
    "small letters": "<!doctype {root}>",
    "external subset": '<!DOCTYPE {root} SYSTEM "http://127.0.0.1:{port}/x.dtd">',
    "external subset in a file": '<!DOCTYPE {root} SYSTEM "{secret}">',
    "public subset": '<!DOCTYPE {root} PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:{port}/x.dtd">',
    "after a comment": "<!-- x --><?x y?><!DOCTYPE {root} [<!ELEMENT x ANY>]>",
    "default attribute": '<!DOCTYPE {root} [<!ATTLIST {root} id CDATA "x">]>',
    "conditional": "<!DOCTYPE {root} [<![INCLUDE[<!ELEMENT x ANY>]]>]>",
    "many comments": "<!-- -->" * 20_000 + "<!DOCTYPE {root}>",
}


def entities() -> Iterator[Case]:
    for reader in XML:
        for name, (head, use) in ENTITIES.items():
            if reader not in ("xbrl", "ixbrl") and name in ("public", "recursive", "unparsed"):
                continue

            def change(text: str, head: str = head, use: str = use) -> str:
                return into(_prolog(text, head.replace("{root}", _root(text))), use)

            yield Case("entities", f"{reader} {name}", _reader(reader), with_xml(reader, change))


def doctypes() -> Iterator[Case]:
    for reader in XML:
        for name, head in DOCTYPES.items():
            if reader not in ("xbrl", "ixbrl") and name not in (
                "empty",
                "external subset",
                "external subset in a file",
            ):
                continue

            def change(text: str, head: str = head) -> str:
                return _prolog(text, head.replace("{root}", _root(text)))

            yield Case("document types", f"{reader} {name}", _reader(reader), with_xml(reader, change))

            def wide(text: str, head: str = head) -> bytes:
                plain = re.sub(r"<\?xml[^>]*\?>", "", text)
                return _prolog(plain, head.replace("{root}", _root(plain))).encode("utf-16")

            if name == "empty":
                yield Case("document types", f"{reader} in UTF-16", _reader(reader), with_xml(reader, wide))


INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{href}" parse="{parse}"/>'


def inclusions() -> Iterator[Case]:
    for reader in ("xbrl", "ixbrl", "package", "xlsx", "docx"):
        for name, href in (("file", "file://{secret}"), ("host", "http://127.0.0.1:{port}/x")):
            for parse in ("xml", "text"):
                more = INCLUDE.replace("{href}", href).replace("{parse}", parse)
                files = with_xml(reader, lambda text, more=more: into(text, more))
                yield Case("inclusions", f"{reader} XInclude {name} {parse}", reader, files, None)
        sheet = '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:{port}/x.xsl"?>'
        files = with_xml(reader, lambda text, sheet=sheet: _prolog(text, sheet))
        yield Case("inclusions", f"{reader} stylesheet", reader, files, True)
        based = with_xml(reader, lambda text: on_root(text, 'xml:base="http://127.0.0.1:{port}/"'))
        yield Case("inclusions", f"{reader} xml:base", reader, based, None)


# --- 4: what documents refer to ---------------------------------------------------------------------------------------

ELSEWHERE = {
    "a host": "http://127.0.0.1:{port}/x.xsd",
    "a secure host": "https://127.0.0.1:{port}/x.xsd",
    "ftp": "ftp://127.0.0.1:{port}/x.xsd",
    "a file": "file://{secret}",
    "a path": "{secret}",
    "a way up": "../../../../../../../../{secret}",
    "a device": "/dev/zero",
    "a share": "\\\\127.0.0.1\\share\\x.xsd",
    "javascript": "javascript:alert(1)",
    "data": "data:text/xml,<x/>",
    "nothing": "",
    "a very long name": "x" * 100_000,
    "a NUL": "x&#0;y.xsd",
    "percent": "%2e%2e/%2e%2e/x.xsd",
}
SCHEMA = re.compile(r"taxonomy/filingexport-[0-9-]+-full\.xsd")


def _schema(reader: str) -> str:
    files = made(reader)
    found = SCHEMA.search(files[main_of(files)].decode())
    assert found is not None
    return found[0]


def references() -> Iterator[Case]:
    for name, address in ELSEWHERE.items():
        for reader in ("xbrl", "ixbrl", "json", "csv"):
            files = made(reader)
            said = json.dumps(address)[1:-1] if reader in ("json", "csv") else address.replace("<", "&lt;")
            changed = swapped(files, main_of(files), _schema(reader), said)
            yield Case("references", f"{reader} schema at {name}", reader, changed)
        tables = swapped(made("csv"), "notice-csv.json", "notice-text.csv", json.dumps(address)[1:-1])
        yield Case("references", f"csv table at {name}", "csv", tables)
    hint = (
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://x http://127.0.0.1:{port}/x"'
    )
    for reader in ("ixbrl", "xlsx"):
        files = with_xml(reader, lambda text: on_root(text.replace(" xmlns:xsi=", " xmlns:xsi2=", 1), hint))
        yield Case("references", f"{reader} schemaLocation", reader, files, None)
    plain = hint.partition(" ")[2]
    located = with_xml("xbrl", lambda text: on_root(text, plain))
    yield Case("references", "xbrl schemaLocation", "xbrl", located, None)
    for kind in ("linkbaseRef", "roleRef", "arcroleRef"):
        more = f'<link:{kind} xlink:type="simple" roleURI="http://x" arcroleURI="http://x" xlink:href="http://127.0.0.1:{{port}}/x"/>'
        changed = with_xml("xbrl", lambda text, more=more: text.replace("<xbrli:context", more + "<xbrli:context", 1))
        yield Case("references", f"xbrl {kind}", "xbrl", changed, None)
    for name, text in {
        "image": '<img src="http://127.0.0.1:{port}/x.png"/>',
        "frame": '<iframe src="http://127.0.0.1:{port}/x"/>',
        "sheet": '<link rel="stylesheet" href="http://127.0.0.1:{port}/x.css"/>',
        "base": '<base href="http://127.0.0.1:{port}/"/>',
    }.items():
        changed = with_xml("ixbrl", lambda page, text=text: page.replace("</body>", text + "</body>", 1))
        yield Case("references", f"ixbrl {name}", "ixbrl", changed, None)
    for name in ("../secret.csv", "/dev/zero", "{secret}", "pipe", ".hidden", "a/b/c/d/e/f.csv", "CON", "x\0y"):
        changed = swapped(made("csv"), "notice-csv.json", "notice-text.csv", json.dumps(name)[1:-1])
        yield Case("references", f"csv table named {name!r}", "csv", changed)
        data = json.loads(made("csv")["notice-csv.json"])
        data["parameterURL"] = name
        yield Case(
            "references",
            f"csv parameters {name!r}",
            "csv",
            {**made("csv"), "notice-csv.json": json.dumps(data).encode()},
        )
    for part, name in (("xl/_rels/workbook.xml.rels", "workbook"), ("_rels/.rels", "root")):
        for target in ("http://127.0.0.1:{port}/x", "../../../../{secret}", "/dev/zero"):
            data = made("xlsx")["notice.xlsx"]
            rels = re.sub(rb'Target="[^"]*"', f'Target="{target}"'.encode(), inside(data)[part])
            yield Case(
                "references",
                f"xlsx {name} to {target[:12]}",
                "xlsx",
                {"notice.xlsx": repacked(data, {part: rels})},
                None,
            )
    data = made("xlsx")["notice.xlsx"]
    rels = inside(data)["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="e" Type="http://x/externalLink" TargetMode="External" Target="http://127.0.0.1:{port}/x.xlsx"/></Relationships>'
    )  # fmt: skip
    yield Case(
        "references",
        "xlsx external link",
        "xlsx",
        {"notice.xlsx": repacked(data, {"xl/_rels/workbook.xml.rels": rels})},
        True,
    )


# --- 5: archives --------------------------------------------------------------------------------------------------------


def _zip(build: Callable[[zipfile.ZipFile], object], files: Files) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        build(archive)
    return buffer.getvalue()


def _entry(name: str, data: bytes = b"x", mode: int = 0o100644, **more: Any) -> Callable[[zipfile.ZipFile], object]:
    def build(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = mode << 16
        info.compress_type = more.get("method", zipfile.ZIP_DEFLATED)
        archive.writestr(info, filled(data))

    return build


def _patched(data: bytes, local: int, central: int, value: bytes) -> bytes:
    """Bytes at these offsets of the first local and the first central header."""
    changed = bytearray(data)
    start = data.index(b"PK\x01\x02")
    for at in (local, start + central):
        changed[at : at + len(value)] = value
    return bytes(changed)


def archives() -> Iterator[Case]:
    for reader, name in (("package", "notice.xbr"), ("xlsx", "notice.xlsx"), ("docx", "notice.docx")):
        files = inside(made(reader)[name])
        top = next(iter(files)).partition("/")[0] if reader == "package" else {"xlsx": "xl", "docx": "word"}[reader]
        extra: dict[str, Callable[[zipfile.ZipFile], object]] = {
            "way up": _entry("../evil"),
            "way up inside": _entry(f"{top}/../../evil"),
            "absolute": _entry("/tmp/evil"),
            "backslash": _entry(f"{top}\\..\\..\\evil"),
            "drive": _entry("C:/evil"),
            "symbolic link": _entry(f"{top}/link", b"{secret}", 0o120777),
            "device": _entry(f"{top}/device", b"", 0o020666),
            "pipe": _entry(f"{top}/pipe", b"", 0o010666),
            "other case": _entry(next(iter(files)).swapcase()),
            "composed": lambda archive, top=top: (
                _entry(f"{top}/\u304c")(archive),
                _entry(f"{top}/\u304b\u3099")(archive),
            ),
            "file and folder": lambda archive, top=top: (_entry(f"{top}/a")(archive), _entry(f"{top}/a/b")(archive)),
            "bomb": _entry(f"{top}/zero", bytes(90_000_000)),
            "many bombs": lambda archive, top=top: [
                _entry(f"{top}/zero{n}", bytes(20_000_000))(archive) for n in range(3)
            ],
            "bzip2": _entry(f"{top}/x", b"x" * 100, method=zipfile.ZIP_BZIP2),
            "lzma": _entry(f"{top}/x", b"x" * 100, method=zipfile.ZIP_LZMA),
            "control character": _entry(f"{top}/a\x07b"),
            "empty part of a name": _entry(f"{top}//x"),
            "names of 32,000 folders": lambda archive, top=top: [
                _entry(f"{top}/{n}/{'a/' * 32_000}x")(archive) for n in range(6)
            ],
            "many files": lambda archive, top=top: [_entry(f"{top}/{n}")(archive) for n in range(2_000)],
            "an archive in it": _entry(f"{top}/inner.zip", _zip(_entry("zero", bytes(5_000_000)), {})),
        }
        for what, build in extra.items():
            reads = None if what in ("an archive in it", "bomb", "many bombs", "names of 32,000 folders") else False
            yield Case("archives", f"{reader} {what}", reader, {name: _zip(build, files)}, reads)
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            double = _zip(_entry(next(iter(files)), b"another"), files)
        yield Case("archives", f"{reader} the same name twice", reader, {name: double})
        data = made(reader)[name]
        yield Case("archives", f"{reader} encrypted", reader, {name: _patched(data, 6, 8, b"\x01\x00")})
        yield Case(
            "archives", f"{reader} size that lies", reader, {name: _patched(data, 22, 24, struct.pack("<I", 5))}, None
        )
        yield Case(
            "archives", f"{reader} size beyond all", reader, {name: _patched(data, 22, 24, b"\xff\xff\xff\x7f")}, None
        )
        yield Case("archives", f"{reader} checksum that lies", reader, {name: _patched(data, 14, 16, b"\0\0\0\0")})
        yield Case("archives", f"{reader} without its end", reader, {name: data[: data.rindex(b"PK\x05\x06")]})
        yield Case("archives", f"{reader} something before it", reader, {name: b"MZ" + data})
        yield Case("archives", f"{reader} something behind it", reader, {name: data + b"x" * 100}, None)
        yield Case("archives", f"{reader} empty", reader, {name: b"PK\x05\x06" + bytes(18)})
        yield Case("archives", f"{reader} no archive", reader, {name: b"PK\x03\x04" + bytes(1_000)})
        yield Case(
            "archives", f"{reader} a comment of 64 kB", reader, {name: data[:-2] + b"\xff\xff" + b"x" * 65_535}, None
        )
    metadata = json.dumps({"documentInfo": {"documentType": "https://xbrl.org/report-package/9"}}).encode()
    package = made("package")["notice.xbr"]
    top = next(iter(inside(package))).partition("/")[0]
    for what, changes in {
        "another version": {f"{top}/META-INF/reportPackage.json": metadata},
        "metadata that is a list": {f"{top}/META-INF/reportPackage.json": b"[]"},
        "metadata that is none": {f"{top}/META-INF/reportPackage.json": b"\xff"},
        "two reports": {f"{top}/reports/b.xbrl": b"<x/>"},
        "a package in a package": {f"{top}/reports/notice.xbrl": package},
        "two folders": {"other/x": b""},
        "a loose file": {"x": b""},
        "a catalog that leads out": {f"{top}/META-INF/catalog.xml": b'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI uriStartString="http://filingexport.example/taxonomy" rewritePrefix="../../../../../../../"/></catalog>'},
        "a catalog to a host": {f"{top}/META-INF/catalog.xml": b'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI uriStartString="http://filingexport.example/taxonomy" rewritePrefix="http://127.0.0.1:{port}/"/></catalog>'},
    }.items():  # fmt: skip
        yield Case("archives", f"package {what}", "package", {"notice.xbr": repacked(package, changes)}, None)


# --- 6 to 8: too deep, too large, too many ----------------------------------------------------------------------------


def depths() -> Iterator[Case]:
    for levels in (300, 100_000):
        for reader in ("xbrl", "ixbrl", "xlsx", "extension"):
            files = with_xml(reader, lambda text, levels=levels: into(text, "<a>" * levels + "</a>" * levels))
            yield Case("depth", f"{reader} {levels} levels", _reader(reader), files)
        block = with_xml(
            "xbrl", lambda text, levels=levels: text.replace("&lt;p&gt;", "&lt;div&gt;" * levels + "&lt;p&gt;", 1)
        )
        yield Case("depth", f"xbrl {levels} levels in prose", "xbrl", block)
        whole = with_xml(
            "xbrl",
            lambda text, levels=levels: text.replace(
                "&lt;p&gt;", "&lt;b&gt;" * levels + "x" + "&lt;/b&gt;" * levels + "&lt;p&gt;", 1
            ),
        )
        yield Case("depth", f"xbrl {levels} closed levels in prose", "xbrl", whole)
    for levels in (100, 3_000, 1_000_000):
        for what, (start, end) in {"lists": ("[", "]"), "objects": ('{"a":', "}")}.items():
            deep = start * levels + "1" + end * levels
            for reader in ("json", "csv"):
                files = made(reader)
                main = main_of(files)
                changed = swapped(files, main, "{", f'{{"x:y": {deep},')
                yield Case("depth", f"{reader} {levels} {what}", reader, changed)
                yield Case(
                    "depth", f"{reader} {levels} open {what}", reader, {**files, main: (start * levels).encode()}
                )
    for levels in (100, 20_000):
        files = made("yaml")
        for what, text in {
            "lists in a line": "x: " + "[" * levels + "]" * levels,
            "open lists": "x: " + "[" * levels,
            "mappings in a line": "x: " + "{a: " * levels + "}" * levels,
            "lists": "x:\n" + "- " * levels + "y",
            "complex keys": "? " * levels + "x",
        }.items():
            yield Case("depth", f"yaml {levels} {what}", "yaml", {**files, "notice.yaml": text.encode()})
    mappings = "\n".join(f"{' ' * n}a:" for n in range(1_500))
    yield Case("depth", "yaml 1500 indented mappings", "yaml", {**made("yaml"), "notice.yaml": mappings.encode()})
    marks = made("yaml")["notice.yaml"]
    for what, text in {"quotes": "> " * 5_000, "lists": "- " * 5_000, "stars": "*" * 50_000, "brackets": "[" * 50_000, "links": "[a](" * 20_000, "pipes": "|a" * 20_000}.items():  # fmt: skip
        prose = re.sub(rb"(?m)^request:.*\n(?:[ ].*\n)*", f"request: '{text}'\n".encode(), marks, count=1)
        assert prose != marks
        yield Case("depth", f"yaml markdown of {what}", "yaml", {**made("yaml"), "notice.yaml": prose}, None)


HUGE = {
    "11 MB": "x" * 11_000_000,
    "9 MB": "x" * 9_000_000,
}
NUMBERS = {
    "1e999999999": "1e999999999",
    "1e1111111111111111111": "1e1111111111111111111",
    "5000 digits": "9" * 5_000,
    "a million digits": "9" * 1_000_000,
    "a million zeros": "0" * 1_000_000,
    "5000 places": "0." + "0" * 5_000 + "1",
}


def _printed(reader: str, old: str) -> str:
    """A text, number or day of the filing as it stands in the files of a reader."""
    if reader in ("ixbrl", "yaml") and old == COUNT:
        return f"{int(old):,}"
    if reader == "ixbrl" and old == DAY:
        return "2026年6月10日"
    if reader == "xlsx":
        return "".join(each if each.isascii() else f"&#{ord(each)};" for each in old)
    return old


def _text_swapped(reader: str, old: str, new: str) -> Files:
    """The text in the files of a reader, escaped as its format has it."""
    files = made(reader)
    match reader:
        case "json":
            escaped = json.dumps(new, ensure_ascii=False)[1:-1]
        case "csv":
            escaped = new.replace('"', '""')
        case "yaml":
            escaped = json.dumps(new, ensure_ascii=False)
        case _:
            escaped = new.replace("&", "&amp;").replace("<", "&lt;")
    data = escaped.encode("utf-8", "surrogatepass")
    printed = _printed(reader, old)
    if reader in ("package", "xlsx"):
        [(name, whole)] = files.items()
        parts = inside(whole)
        part = next(each for each, held in parts.items() if "theme" not in each and printed.encode() in held)
        return {name: repacked(whole, {part: parts[part].replace(printed.encode(), data, 1)})}
    name = next(each for each, held in files.items() if printed.encode() in held)
    if reader == "yaml":
        line = re.compile(rf"(?m)(: )'?{re.escape(printed)}'?$".encode())
        assert line.search(files[name])
        return {**files, name: line.sub(lambda found: found[1] + data, files[name], count=1)}
    return swapped(files, name, printed, data)


def sizes() -> Iterator[Case]:
    for name, text in HUGE.items():
        for reader in READERS:
            yield Case("size", f"{reader} text of {name}", reader, _text_swapped(reader, TEXT, text), None)
        long = with_xml("xbrl", lambda page, text=text: on_root(page, f'a="{text}"'))
        yield Case("size", f"xbrl attribute of {name}", "xbrl", long)
    for name, text in NUMBERS.items():
        for reader in READERS:
            yield Case(
                "size",
                f"{reader} number of {name}",
                reader,
                _text_swapped(reader, COUNT, text),
                None if "zeros" in name else False,
            )
        for attribute in ("decimals", "scale", "precision"):
            for reader in ("xbrl", "ixbrl"):
                changed = with_xml(
                    reader,
                    lambda page, name=attribute, text=text: re.sub(r'decimals="0"', f'{name}="{text}"', page, count=1),
                )
                yield Case("size", f"{reader} {attribute} of {name}", reader, changed, None)
        for reader in ("json", "csv"):
            files = made(reader)
            plain = text if reader == "json" else json.dumps(text)
            old, new = ('"decimals": 0', f'"decimals": {plain}') if reader == "json" else ('"0","33"', f'"{text}","33"')
            held = next(each for each, data in files.items() if old.encode() in data)
            yield Case(
                "size",
                f"{reader} decimals of {name}",
                reader,
                swapped(files, held, old, new),
                None if "zeros" in name else False,
            )
    spread = with_xml("xbrl", lambda page: on_root(page, " ".join(f'a{n}=""' for n in range(100_000))))
    yield Case("size", "xbrl 100,000 attributes", "xbrl", spread)
    spaces = with_xml(
        "xbrl", lambda page: on_root(page, " ".join(f'xmlns:a{n}="http://x/{n}"' for n in range(100_000)))
    )
    yield Case("size", "xbrl 100,000 namespaces", "xbrl", spaces, None)
    powers = with_xml("xlsx", lambda text: re.sub(r'<row r="\d+"', '<row r="²"', text, count=1))
    yield Case("size", "xlsx a row of a power", "xlsx", powers, None)
    for reader in (*XML, "html"):
        more = '<x:x xmlns:x="}{% x %}}" x:x="x"><!-- x --><?x x?></x:x>'
        files = with_xml(reader, lambda text, more=more: into(text, more))
        yield Case("size", f"{reader} braces in a namespace", _reader(reader), files, None)
    for reader in ("xbrl", "ixbrl"):
        named = with_xml(reader, lambda page: into(page, f"<{'a' * 1_000_000}/>"))
        yield Case("size", f"{reader} an element with a name of a million characters", reader, named)
    over = '<col min="1" max="16384" hidden="1"/>' * 10_000
    hidden = with_xml("xlsx", lambda sheet: sheet.replace("<sheetData>", f"<cols>{over}</cols><sheetData>", 1))
    yield Case("size", "xlsx many hidden columns", "xlsx", hidden, None)
    for reader in READERS:
        files = made(reader)
        yield Case("size", f"{reader} nothing", reader, {**files, main_of(files): b""})
        yield Case("size", f"{reader} white space", reader, {**files, main_of(files): b" \n" * 1_000_000})
        yield Case("size", f"{reader} zeros", reader, {**files, main_of(files): bytes(20_000_000)})


CONTEXT = (
    '<xbrli:context id="c{n}"><xbrli:entity><xbrli:identifier scheme="http://x">x</xbrli:identifier></xbrli:entity>'
    "<xbrli:period><xbrli:instant>2026-03-31</xbrli:instant></xbrli:period></xbrli:context>\n"
)
SHORT = '<xbrli:context id="c{n}"/>'
UNIT = '<xbrli:unit id="u{n}"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'
FACT = '<fx:FiscalTermOrdinal contextRef="{context}" unitRef="pure" decimals="0">33</fx:FiscalTermOrdinal>'


def _context_id(page: str) -> str:
    found = re.search(r'contextRef="([^"]+)"', page)
    assert found is not None
    return found[1]


def counts() -> Iterator[Case]:
    for what, template, many in (
        ("contexts", CONTEXT, 250_000),
        ("contexts without content", SHORT, 1_000_000),
        ("units", UNIT, 100_000),
        ("facts", FACT, 200_000),
        (
            "footnote links",
            '<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link"/>',
            200_000,
        ),
    ):

        def change(page: str, template: str = template, many: int = many) -> str:
            line = template.replace("{context}", _context_id(page))
            before, mark, after = line.partition("{n}")
            whole = "".join(f"{before}{n}{after}" for n in range(many)) if mark else line * many
            return into(page, whole)

        yield Case("number", f"xbrl {many:,} {what}", "xbrl", with_xml("xbrl", change), None)
    cell = '<ix:nonFraction name="fx:FiscalTermOrdinal" contextRef="{context}" unitRef="pure" decimals="0">33</ix:nonFraction>'
    page = with_xml(
        "ixbrl",
        lambda text: text.replace(
            "</body>", "<div>" + cell.replace("{context}", _context_id(text)) * 100_000 + "</div></body>", 1
        ),
    )
    yield Case("number", "ixbrl 100,000 facts", "ixbrl", page, None)
    empty = with_xml("ixbrl", lambda text: text.replace("</body>", "<p/>" * 1_000_000 + "</body>", 1))
    yield Case("number", "ixbrl a million paragraphs", "ixbrl", empty, None)
    facts = json.loads(made("json")["notice.json"])
    model = next(iter(facts["facts"].values()))
    facts["facts"] |= {f"f{n}": model for n in range(200_000)}
    yield Case("number", "json 200,000 facts", "json", {"notice.json": json.dumps(facts).encode()}, None)
    listed = swapped(made("json"), "notice.json", '"facts"', '"x:y": [' + "[]," * 2_000_000 + '[]], "facts"')
    yield Case("number", "json two million lists", "json", listed)
    text = made("csv")["notice-numbers.csv"].decode()
    row = text.splitlines()[1]
    yield Case(
        "number",
        "csv 200,000 rows",
        "csv",
        {**made("csv"), "notice-numbers.csv": f"{text}{(row + chr(10)) * 200_000}".encode()},
        None,
    )
    yield Case(
        "number",
        "csv a million columns",
        "csv",
        {**made("csv"), "notice-numbers.csv": text.replace("\n", ",x" * 1_000_000 + "\n", 1).encode()},
    )
    yield Case(
        "number",
        "csv a million empty rows",
        "csv",
        {**made("csv"), "notice-numbers.csv": f"{text}{chr(10) * 1_000_000}".encode()},
        None,
    )
    yield Case(
        "number",
        "yaml 300,000 keys",
        "yaml",
        {**made("yaml"), "notice.yaml": "".join(f"k{n}: v\n" for n in range(300_000)).encode()},
    )
    yield Case(
        "number", "yaml 300,000 items", "yaml", {**made("yaml"), "notice.yaml": ("x:\n" + "- y\n" * 300_000).encode()}
    )
    yield Case(
        "number",
        "yaml a million comments",
        "yaml",
        {**made("yaml"), "notice.yaml": b"# x\n" * 1_000_000 + made("yaml")["notice.yaml"]},
        True,
    )
    yield Case(
        "number", "yaml a thousand files", "yaml", {**made("yaml"), **{f"x{n}.yaml": b"a: b\n" for n in range(1_000)}}
    )
    for what, altered in {
        "rows": lambda sheet: sheet.replace("</sheetData>", '<row r="900000"/>' * 300_000 + "</sheetData>", 1),
        "cells": lambda sheet: sheet.replace("</sheetData>", "<row>" + "<c><v>1</v></c>" * 300_000 + "</row></sheetData>", 1),
        "merged ranges": lambda sheet: sheet.replace("</sheetData>", "</sheetData><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 100_000 + "</mergeCells>", 1),
    }.items():  # fmt: skip
        yield Case("number", f"xlsx many {what}", "xlsx", with_xml("xlsx", altered), None)


# --- 9: ids and references inside ---------------------------------------------------------------------------------------


def identities() -> Iterator[Case]:
    def first(text: str, pattern: str, new: str) -> str:
        changed = re.sub(pattern, new, text, count=1)
        assert changed != text, pattern
        return changed

    for what, pattern, new, reads in (
        ("a context twice", r"(<xbrli:context .*?</xbrli:context>)", r"\1\1", False),
        ("a unit twice", r"(<xbrli:unit .*?</xbrli:unit>)", r"\1\1", False),
        ("no such context", r'contextRef="[^"]*"', 'contextRef="none"', False),
        ("no such unit", r'unitRef="[^"]*"', 'unitRef="none"', False),
        ("an empty id", r'contextRef="[^"]*"', 'contextRef=""', False),
        ("a unit that is a context", r'unitRef="[^"]*"', 'unitRef="D20250401-20260331"', False),
        ("a context without period", r"<xbrli:period>.*?</xbrli:period>", "", False),
        ("a context without entity", r"<xbrli:entity>.*?</xbrli:entity>", "", False),
        ("a unit without measure", r"<xbrli:measure>.*?</xbrli:measure>", "", False),
        ("an axis that is none", r'dimension="fx:\w+"', 'dimension="fx:NoSuchAxis"', False),
        ("an axis without a namespace", r'dimension="fx:\w+"', 'dimension="none:Axis"', False),
        (
            "an item that is none",
            r"<fx:FiscalTermOrdinal(.*?)</fx:FiscalTermOrdinal>",
            r"<fx:NoSuch\1</fx:NoSuch>",
            False,
        ),
        ("two entities", r">7000012050002<", ">7000012050003<", False),
    ):
        files = with_xml("xbrl", lambda text, pattern=pattern, new=new: first(text, pattern, new))
        yield Case("identity", f"xbrl {what}", "xbrl", files, reads)
        if re.search(pattern, made("ixbrl")["notice.xhtml"].decode()):
            files = with_xml("ixbrl", lambda text, pattern=pattern, new=new: first(text, pattern, new))
            yield Case("identity", f"ixbrl {what}", "ixbrl", files, None)
    extended = dict(own())
    [names] = [each for each in extended if each.endswith("-lab-ja.xml")]
    yield Case(
        "identity", "xbrl a label called as an element", "xbrl", swapped(extended, names, "label_", "", -1), False
    )
    loc = (
        '<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">'
        '<link:loc xlink:type="locator" xlink:href="{href}" xlink:label="f"/><link:footnote xlink:type="resource" xlink:label="n" '
        'xlink:role="http://www.xbrl.org/2003/role/footnote" xml:lang="en">x</link:footnote><link:footnoteArc xlink:type="arc" '
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote" xlink:from="{start}" xlink:to="{end}"/></link:footnoteLink>'
    )
    for what, href, start, end in (
        ("to no fact", "#none", "f", "n"),
        ("to another file", "file://{secret}#x", "f", "n"),
        ("to a host", "http://127.0.0.1:{port}/#x", "f", "n"),
        ("in a circle", "#fiscal_term", "n", "f"),
        ("from nowhere", "#fiscal_term", "none", "n"),
        ("by a pointer", "#element(/1)", "f", "n"),
    ):
        more = loc.replace("{href}", href).replace("{start}", start).replace("{end}", end)
        files = with_xml("xbrl", lambda text, more=more: into(text, more))
        yield Case("identity", f"xbrl footnote {what}", "xbrl", files, None)
    for what, more in {
        "itself": '<ix:continuation id="x" continuedAt="x">a</ix:continuation>',
        "a circle": '<ix:continuation id="x" continuedAt="y">a</ix:continuation><ix:continuation id="y" continuedAt="x">a</ix:continuation>',
        "nothing": '<ix:continuation id="x" continuedAt="none">a</ix:continuation>',
        "twice": '<ix:continuation id="x">a</ix:continuation><ix:continuation id="x">a</ix:continuation>',
    }.items():
        use = '<ix:nonNumeric name="fx:NoticeAddressees" contextRef="{context}" xml:lang="ja" continuedAt="x">a</ix:nonNumeric>'
        files = with_xml(
            "ixbrl",
            lambda text, more=more, use=use: text.replace(
                "</body>", f"<div>{use.replace('{context}', _context_id(text))}{more}</div></body>", 1
            ),
        )
        yield Case("identity", f"ixbrl continued at {what}", "ixbrl", files)
    chain = "".join(f'<ix:continuation id="k{n}" continuedAt="k{n + 1}">a</ix:continuation>' for n in range(20_000))
    use = '<ix:nonNumeric name="fx:NoticeAddressees" contextRef="{context}" xml:lang="ja" continuedAt="k0">a</ix:nonNumeric>'
    files = with_xml(
        "ixbrl",
        lambda text: text.replace(
            "</body>",
            f'<div>{use.replace("{context}", _context_id(text))}{chain}<ix:continuation id="k20000">a</ix:continuation></div></body>',
            1,
        ),
    )
    yield Case("identity", "ixbrl continued 20,000 times", "ixbrl", files, None)
    whole = made("json")["notice.json"].decode()
    identifier = next(iter(json.loads(whole)["facts"]))
    model = json.loads(whole)["facts"][identifier]
    for what, more in {
        "a key twice": f'"facts": {{ "{identifier}": {json.dumps(model)},',
        "the facts twice": '"facts": {}, "facts": {',
        "a link to no note": '"facts": {"z": ' + json.dumps({**model, "links": {"footnote": {"_": ["none"]}}}) + ",",
        "a link to itself": '"facts": {"z": ' + json.dumps({**model, "links": {"footnote": {"_": ["z"]}}}) + ",",
        "an empty id": '"facts": {"": ' + json.dumps(model) + ",",
        "a prefix that is none": '"facts": {"z": '
        + json.dumps({**model, "dimensions": {**model["dimensions"], "no:Axis": "x"}})
        + ",",
        "a list for a fact": '"facts": {"z": [],',
        "a fact without concept": '"facts": {"z": {"value": "1", "dimensions": {}},',
    }.items():
        yield Case("identity", f"json {what}", "json", swapped(made("json"), "notice.json", '"facts": {', more))
    for what, old, new in (
        ("a column twice", '"id","concept"', '"id","id"'),
        ("no such column", '"id","concept"', '"id","nothing"'),
        ("an id twice", '"notice.meeting.ordinal"', '"fiscal_term"'),
        ("a quote left open", '"fiscal_term"', '"fiscal_term'),
        ("a quote in the middle", '"fiscal_term"', 'fis"cal'),
        ("more cells than columns", '"33",', '"33","1","2","3","4","5","6",'),
        ("no such item", "fx:FiscalTermOrdinal", "fx:NoSuch"),
    ):
        yield Case("identity", f"csv {what}", "csv", swapped(made("csv"), "notice-numbers.csv", old, new), None)
    for what, old, new in (
        ("a key twice", "meeting:", "meeting: {}\nmeeting:"),
        ("a field that is none", "meeting:", "no_such_field: x\nmeeting:"),
        ("a list for a part", "meeting:", "meeting:\n- x\nother:"),
    ):
        yield Case("identity", f"yaml {what}", "yaml", swapped(made("yaml"), "notice.yaml", old, new))
    yield Case("identity", "yaml a part that is none", "yaml", {**made("yaml"), "no-such-part.yaml": b"a: b\n"})
    yield Case("identity", "yaml a part twice", "yaml", {**made("yaml"), "notice.yml": made("yaml")["notice.yaml"]})


# --- 10 and 11: encodings and characters --------------------------------------------------------------------------------

ENCODINGS = (
    "utf-7",
    "shift_jis",
    "euc_jp",
    "iso2022_jp",
    "cp037",
    "latin-1",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
)


def encodings() -> Iterator[Case]:
    for reader in ("xbrl", "ixbrl", "json", "csv", "yaml"):
        files = made(reader)
        name = main_of(files)
        text = files[name].decode()
        for encoding in ENCODINGS:
            data = text.encode(encoding, "replace")
            yield Case("encodings", f"{reader} in {encoding}", reader, {**files, name: data}, None)
            if reader in ("xbrl", "ixbrl"):
                said = re.sub(r"encoding=['\"]UTF-8['\"]", f'encoding="{encoding}"', text).encode(encoding, "replace")
                yield Case("encodings", f"{reader} in {encoding}, as it says", reader, {**files, name: said})
        yield Case("encodings", f"{reader} with a mark", reader, {**files, name: b"\xef\xbb\xbf" + files[name]}, True)
        yield Case(
            "encodings", f"{reader} with two marks", reader, {**files, name: b"\xef\xbb\xbf" * 2 + files[name]}, None
        )
        for what, data in {"a stray byte": b"\xff", "overlong": b"\xc0\xbc", "surrogates": b"\xed\xa0\x80", "beyond Unicode": b"\xf5\x80\x80\x80", "half a character": b"\xe6\xa0"}.items():  # fmt: skip
            target = next(each for each, held in files.items() if TEXT.encode() in held)
            yield Case("encodings", f"{reader} {what}", reader, swapped(files, target, TEXT, data))
    for encoding in ("latin-1", "us-ascii", "utf-16", "x" * 5_000, "UTF-8\0"):
        files = with_xml(
            "xbrl", lambda text, encoding=encoding: text.replace('encoding="UTF-8"', f'encoding="{encoding}"', 1)
        )
        yield Case("encodings", f"xbrl that says {encoding[:10]!r}", "xbrl", files, None)
    wide = with_xml("xbrl", lambda text: text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))
    yield Case("encodings", "xbrl in UTF-16 with a mark", "xbrl", wide, True)
    yield Case(
        "encodings",
        "xbrl packed by gzip",
        "xbrl",
        {"notice.xbrl": __import__("gzip").compress(made("xbrl")["notice.xbrl"])},
    )


CHARACTERS = {
    "NUL": "a\0b",
    "control": "a\x01b\x1f",
    "escape": "\x1b[2J\x1b]0;x\x07",
    "lone surrogate": "a\ud800b",
    "reversed surrogates": "\udc00\ud800",
    "noncharacter": "a\ufffeb\uffff",
    "right to left": "a\u202eb\u2066c",
    "no width": "a\u200bb\ufeffc",
    "line separators": "a\u2028b\u2029c\x85d",
    "carriage return": "a\rb\r\nc",
    "beyond the first plane": "\U00020b9f\U0001f600\U0010fffd",
    "many marks": "a" + "\u0301" * 10_000,
    "private use": "\ue000\uf8ff",
    "white space": " \t ",
}
DIGITS = {
    "full width": "１２０００",
    "Arabic": "\u0661\u0662",
    "superscript": "\u00b2",
    "kanji": "一二〇〇〇",
    "fraction": "\u00bd",
    "Roman": "\u2167",
}


def characters() -> Iterator[Case]:
    for reader in READERS:
        for name, text in CHARACTERS.items():
            yield Case("characters", f"{reader} {name}", reader, _text_swapped(reader, TEXT, text), None)
        for name, text in DIGITS.items():
            yield Case("characters", f"{reader} {name} digits", reader, _text_swapped(reader, COUNT, text), False)
    for reference in ("&#0;", "&#1;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&#xFFFFFFFFFF;", "&#-1;", "&#x;"):
        files = with_xml("xbrl", lambda text, reference=reference: text.replace(TEXT, reference, 1))
        yield Case("characters", f"xbrl {reference}", "xbrl", files)
    for escape in ("\\u0000", "\\ud800", "\\udc00\\ud800", "\\uZZZZ", "\\u", "\\x41"):
        files = swapped(made("json"), "notice.json", TEXT, escape)
        yield Case("characters", f"json {escape}", "json", files)
    for escape in ('"\\0"', '"\\ud800"', '"\\x00"', '"\\U00110000"', '"\\UFFFFFFFF"', '"\\q"'):
        notice = made("yaml")["notice.yaml"]
        files = {**made("yaml"), "notice.yaml": notice.replace(f": {TEXT}\n".encode(), f": {escape}\n".encode(), 1)}
        yield Case("characters", f"yaml {escape}", "yaml", files)
    for escape in ("_x0000_", "_xD800_", "_xFFFE_", "_x0000__x0001_"):
        yield Case("characters", f"xlsx {escape}", "xlsx", _text_swapped("xlsx", TEXT, escape), None)


# --- 12: values ---------------------------------------------------------------------------------------------------------

VALUES = (
    "NaN",
    "INF",
    "-INF",
    "Infinity",
    "-0",
    "+5",
    "0x1F",
    "1_000",
    "1e3",
    "1,2,3",
    "--1",
    "1-",
    "",
    " ",
    "12000.0000",
    "٣",
    "#REF!",
    "TRUE",
)
DAYS = (
    "2026-02-30", "2026-13-01", "2026-00-00", "0000-01-01", "-0001-01-01", "9999-12-31", "10000-01-01", "99999999999-01-01",
    "2026-06-10Z", "2026-06-10+14:01", "2026-06-10T24:00:00", "2026-06-10T25:00:00", "2026-6-10", "令和8年6月10日", "2026/06/10",
    "２０２６-06-10", "2026-06-10T12:00:60",
)  # fmt: skip


def values() -> Iterator[Case]:
    for reader in READERS:
        for text in VALUES:
            yield Case("values", f"{reader} number {text!r}", reader, _text_swapped(reader, COUNT, text), None)
        if reader != "xlsx":
            for text in DAYS:
                files = _days(reader, text)
                yield Case("values", f"{reader} day {text!r}", reader, files, None)
    for what, old, new in (
        ("nil with a value", r"<fx:FiscalTermOrdinal ", '<fx:FiscalTermOrdinal xsi:nil="true" '),
        ("maybe nil", r"<fx:FiscalTermOrdinal ", '<fx:FiscalTermOrdinal xsi:nil="maybe" '),
        ("another type", r"<fx:FiscalTermOrdinal ", '<fx:FiscalTermOrdinal xsi:type="xs:string" '),
        ("an element in a number", r">33</fx:FiscalTermOrdinal>", "><x/>33</fx:FiscalTermOrdinal>"),
        ("decimals that are none", r'decimals="0"', 'decimals="x"'),
        ("decimals and precision", r'decimals="0"', 'decimals="0" precision="2"'),
        ("a language that is none", r'xml:lang="ja"', 'xml:lang="not a language"'),
        ("a period that ends before it begins", r"<xbrli:endDate>2026-03-31", "<xbrli:endDate>2020-03-31"),
        ("forever", r"<xbrli:startDate>.*?</xbrli:endDate>", "<xbrli:forever/>"),
        ("an instant that is none", r"<xbrli:instant>2026-03-31", "<xbrli:instant>2026-02-30"),
    ):
        files = with_xml("xbrl", lambda text, old=old, new=new: re.sub(old, new, text, count=1))
        yield Case("values", f"xbrl {what}", "xbrl", files, None)
    again = '<fx:FiscalTermOrdinal contextRef="{context}" unitRef="pure" decimals="0">34</fx:FiscalTermOrdinal>'
    twice = with_xml("xbrl", lambda text: into(text, again.replace("{context}", _context_id(text))))
    yield Case("values", "xbrl duplicates that disagree", "xbrl", twice)
    page = again.replace("fx:FiscalTermOrdinal", "ix:nonFraction").replace(
        "<ix:nonFraction", '<ix:nonFraction name="fx:FiscalTermOrdinal"'
    )
    twice = with_xml(
        "ixbrl",
        lambda text: text.replace("</body>", f"<div>{page.replace('{context}', _context_id(text))}</div></body>", 1),
    )
    yield Case("values", "ixbrl duplicates that disagree", "ixbrl", twice)
    whole = json.loads(made("json")["notice.json"])
    name = next(each for each, fact in whole["facts"].items() if fact["value"] == "33")
    whole["facts"]["again"] = {**whole["facts"][name], "value": "34"}
    yield Case("values", "json duplicates that disagree", "json", {"notice.json": json.dumps(whole).encode()})
    text = made("csv")["notice-numbers.csv"].decode()
    row = text.splitlines()[1].replace('"fiscal_term"', '"again"').replace('"33"', '"34"')
    yield Case(
        "values",
        "csv duplicates that disagree",
        "csv",
        {**made("csv"), "notice-numbers.csv": f"{text}{row}\n".encode()},
    )
    strange: tuple[Any, ...] = (True, 5, 1.5, [], {}, ["x"])
    for value in strange:
        whole = json.loads(made("json")["notice.json"])
        whole["facts"][name]["value"] = value
        yield Case("values", f"json value {value!r}", "json", {"notice.json": json.dumps(whole).encode()})
    for constant in ("NaN", "Infinity", "-Infinity", "1e999999999", "-0", "01", "1.", "nul"):
        yield Case(
            "values",
            f"json {constant}",
            "json",
            swapped(made("json"), "notice.json", '"decimals": 0', f'"decimals": {constant}'),
            None,
        )


def _days(reader: str, text: str) -> Files:
    files = made(reader)
    if reader in ("package", "ixbrl"):
        return _text_swapped(reader, DAY, text)
    if reader == "yaml":
        name = "notice.yaml"
        return {
            **files,
            name: re.sub(rf"'?{DAY}'?".encode(), json.dumps(text, ensure_ascii=False).encode(), files[name], count=1),
        }
    name = next(each for each, held in files.items() if DAY.encode() in held)
    return swapped(files, name, DAY, text)


# --- 13: what is injected into text --------------------------------------------------------------------------------------

INJECTIONS = {
    "script": "<script>alert(1)</script>",
    "handler": '<p onclick="alert(1)">x</p>',
    "image": '<img src="x" onerror="alert(1)"/>',
    "link": '<a href="javascript:alert(1)">x</a>',
    "frame": "<iframe srcdoc='x'></iframe>",
    "style": "<p style=\"background:url('http://127.0.0.1:{port}/x')\">x</p>",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "end of script": "</script><script>alert(1)</script>",
    "comment": "--><script>alert(1)</script><!--",
    "CDATA": "]]><script>alert(1)</script>",
    "formula": "=cmd|' /C calc'!A0",
    "formula with plus": "+1+1",
    "formula with at": "@SUM(1+1)",
    "formula behind a tab": "\t=1+1",
    "template": "{{ 7 * 7 }}{% include 'x' %}",
    "format": "%s%n{0.__class__}",
    "path": "../../../../etc/passwd",
    "shell": "$(touch /tmp/evil)`id`",
}


def injections() -> Iterator[Case]:
    for reader in READERS:
        for name, text in INJECTIONS.items():
            yield Case("injection", f"{reader} {name}", reader, _text_swapped(reader, TEXT, text), None)
    for name, text in INJECTIONS.items():
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        files = with_xml("xbrl", lambda page, escaped=escaped: page.replace("&lt;p&gt;", "&lt;p&gt;" + escaped, 1))
        yield Case("injection", f"xbrl {name} in prose", "xbrl", files, None)
        page = with_xml("ixbrl", lambda page, text=text: page.replace("</body>", f"<div>{text}</div></body>", 1))
        yield Case("injection", f"ixbrl {name} around the facts", "ixbrl", page, None)


# --- 14: YAML -----------------------------------------------------------------------------------------------------------

YAML = {
    "object": "!!python/object/apply:os.system ['touch /tmp/evil']",
    "name": "!!python/name:os.system",
    "module": "!!python/module:os",
    "binary": "!!binary aGVsbG8=",
    "set": "!!set {a, b}",
    "own tag": "!evil x",
    "tag by directive": None,
    "anchor": "&a x",
    "alias": "*a",
    "alias bomb": "[&a [x,x,x,x,x,x,x,x,x], &b [*a,*a,*a,*a,*a,*a,*a,*a,*a], [*b,*b,*b,*b,*b,*b,*b,*b,*b]]",
    "itself": "&a [*a]",
    "merge": "{<<: {a: b}}",
    "complex key": "{[a, b]: c}",
    "null": "~",
    "truth": "yes",
    "octal": "0o17",
    "date": "2026-06-10",
    "sexagesimal": "12:30:45",
    "not a number": ".nan",
}


def yaml_marks() -> Iterator[Case]:
    files = made("yaml")
    for name, text in YAML.items():
        if text is None:
            data = b"%TAG ! tag:x,2000:\n%YAML 1.1\n---\n" + files["notice.yaml"]
            yield Case("YAML", name, "yaml", {**files, "notice.yaml": data}, None)
            continue
        for field, old in (("text", TEXT), ("number", COUNT)):
            data = re.sub(
                rf"(: )'?{_printed('yaml', old)}'?$".encode(),
                lambda found, text=text: found[1] + text.encode(),
                files["notice.yaml"],
                count=1,
                flags=re.M,
            )
            yield Case("YAML", f"{name} as a {field}", "yaml", {**files, "notice.yaml": data}, None)
    for name, data in {
        "two documents": files["notice.yaml"] + b"---\na: b\n",
        "tabs": b"meeting:\n\tkind: x\n",
        "another version": b"%YAML 9.9\n---\n" + files["notice.yaml"],
        "directives without end": b"%TAG\n",
        "a list": b"- a\n- b\n",
        "a text": b"text\n",
        "a key without end": b"a: 'b\n",
        "a key of 100,000 characters": b"k" * 100_000 + b": v\n",
        "only a mark": b"---\n...\n---\n",
    }.items():
        yield Case("YAML", name, "yaml", {**files, "notice.yaml": data}, None)


def _more_rows(rows: list[dict[str, str]]) -> Files:
    """The workbook with more rows on the sheet of the notice: the text of cells by their column."""
    data = made("xlsx")["notice.xlsx"]
    sheet = inside(data)["xl/worksheets/sheet3.xml"].decode()
    first = 1 + max(map(int, re.findall(r'<row r="([0-9]+)"', sheet)))
    more = "".join(
        f'<row r="{number}">'
        + "".join(f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in row.items())
        + "</row>"
        for number, row in enumerate(rows, first)
    )
    changed = sheet.replace("</sheetData>", more + "</sheetData>", 1).encode()
    return {"notice.xlsx": repacked(data, {"xl/worksheets/sheet3.xml": changed})}


def products() -> Iterator[Case]:
    """Much of one thing times much of another, in sources and workbooks."""
    files = made("yaml")
    item = "- name: Item{n}\n  label: L{n}\n  type: words\n  part: Officer\n"
    head = "prefix: own\nnamespace: http://example.com/xbrl\ndate: 2026-03-31\nitems:\n"
    items = head + "".join(item.replace("{n}", str(n)) for n in range(2_000))
    officers = "business-report.officers.yaml"
    for name, reads, more in (
        ("2,000 items in 30,000 rows", True, {"extension.yaml": items, officers: "officers:\n" + "".join(f"- name: A{n}\n" for n in range(30_000))}),
        ("20,000 items like 2,000", False, {"extension.yaml": items, officers: "officers:\n- name: A\n" + "".join(f"  Itwm{n}: 1\n" for n in range(20_000))}),
        ("100,000 items of a list in a text", False, {"business-report.progress-and-results.yaml": f'general: "{"1. a" + chr(92) + "n"}"'.replace("1. a\\n", "1. a\\n" * 100_000)}),
    ):  # fmt: skip
        yield Case(
            "number", f"yaml {name}", "yaml", {**files, **{each: text.encode() for each, text in more.items()}}, reads
        )
    trend = "fx:records business_report.trend.years[]"
    for name, rows in {
        "cards of 60,000 tables": [{"A": f"fx:card Own{n}[]"} for n in range(60_000)],
        "columns of records": [{"A": trend, "D": "[]", "WVA": "[]"} for _ in range(400)],
        "a path of 3,000 steps": [{"A": f"notice.{'A.' * 3_000}B", "D": "x"}],
        "a name of 40,000 steps": [{"A": f"notice.proposals[]!{'A.' * 40_000}A:value", "D": "x"}],
        "a footnote of another number": [{"A": "notice.meeting.ordinal!:footnotes.\u00b2.ja", "D": "x"}],
    }.items():
        yield Case("number", f"xlsx {name}", "xlsx", _more_rows(rows), None)


# --- 15 and 16: damage --------------------------------------------------------------------------------------------------


def texts() -> Iterator[Case]:
    """What `draft` reads."""
    for name, files, reads in drafts.word():
        yield Case("drafts", f"docx {name}", "docx", files, reads)
    for name, page, reads in drafts.pages():
        yield Case("drafts", f"html {name}", "html", {"notice.html": page.encode("utf-8", "surrogatepass")}, reads)
    for name, reader, text, reads in drafts.texts():
        yield Case(
            "drafts", f"{reader} {name}", reader, {f"notice.{reader}": text.encode("utf-8", "surrogatepass")}, reads
        )
    for encoding in ("cp932", "euc-jp", "iso-2022-jp", "utf-16", "utf-16-le", "utf-32", "latin-1"):
        data = made("txt")["notice.txt"].decode().encode(encoding, "replace")
        yield Case("drafts", f"txt in {encoding}", "txt", {"notice.txt": data}, None)


def growths() -> Iterator[Case]:
    """What once took the square of its length."""
    for name, reader, files, reads in growth.all_of_them(with_xml):
        yield Case("growth", name, reader, files, reads)


def truncations() -> Iterator[Case]:
    for reader in (*READERS, *DRAFTS):
        files = made(reader)
        name = "notice.yaml" if reader == "yaml" else "notice-text.csv" if reader == "csv" else main_of(files)
        for part in range(1, EDGES):
            data = files[name][: len(files[name]) * part // EDGES]
            sure = reader in ("xbrl", "ixbrl", "json", "package", "xlsx", "docx")
            yield Case(
                "truncation", f"{reader} at {part}/{EDGES}", reader, {**files, name: data}, False if sure else None
            )


def flips() -> Iterator[Case]:
    for reader in (*READERS, *DRAFTS):
        source = random.Random(reader)
        files = made(reader)
        for turn in range(EDGES // 2):
            name = source.choice(list(files))
            data = bytearray(files[name])
            for _ in range(1 + turn % 3):
                data[source.randrange(len(data))] ^= 1 << source.randrange(8)
            yield Case("bit flips", f"{reader} {turn}", reader, {**files, name: bytes(data)}, None)


KINDS: tuple[Callable[[], Iterator[Case]], ...] = (
    entities, doctypes, inclusions, references, archives, depths, sizes, counts, products, identities, encodings, characters, values,
    injections, yaml_marks, texts, growths, truncations, flips,
)  # fmt: skip


def templates(light: bool = False) -> Iterator[Case]:
    """Every case, one after the other, in which the places of this machine are still to be filled in. light: without the kind that takes long to make."""
    for kind in KINDS:
        if not (light and kind is counts):
            yield from kind()


def ready(case: Case) -> Case:
    """The case with the places of this machine."""
    return evolve(case, files={name: filled(data) for name, data in case.files.items()})


def cases(reader: str | None = None, light: bool = False) -> Iterator[Case]:
    """Every case; of one reader only, if it is named. light: see `templates`."""
    return (ready(case) for case in templates(light) if reader is None or case.reader == reader)
