"""Two versions of a taxonomy side by side: every difference is told, and whether old filings still read."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from filingexport import extension_files, load
from filingexport.cli.main import main
from filingexport.findings import FilingError
from filingexport.formats.safe import Limits
from filingexport.model.filing import Filing
from filingexport.model.law import in_2008
from filingexport.names import FX, SCHEMA_FILE, VERSION_DATE, fx, local_name
from filingexport.taxonomy import build, formula, given, linkbases, reader
from filingexport.taxonomy.contents import Contents, undated
from filingexport.taxonomy.diff import AREAS, Change, Difference, compare_files
from filingexport.taxonomy.entry_points import ENTRY_POINTS, FULL, EntryPoint, network_of
from filingexport.taxonomy.entry_points import schema as entry_schema
from filingexport.taxonomy.network import network
from filingexport.taxonomy.reader import read
from filingexport.taxonomy.schema import schema
from tests.conftest import ROOT, SAMPLE
from tests.versions import newer, older

LATER = "2027-11-24"
Files = dict[str, bytes]


def files_of(cls: type, keys: tuple[str, ...] = ("all",)) -> Files:
    """The files of a small taxonomy, as `build` makes those of the whole."""
    whole = network(cls)
    stem = SCHEMA_FILE.removesuffix(".xsd")
    found = {
        f"{stem}-lab.xml": linkbases.labels(whole),
        f"{stem}-doc.xml": linkbases.documentation(whole),
        f"{stem}-def.xml": linkbases.definition(whole),
        f"{stem}-ref.xml": linkbases.references(whole),
        f"{stem}-pre.xml": linkbases.presentation(whole),
        f"{stem}-cal.xml": linkbases.calculation(whole),
    }
    for key in keys:
        entry_point = EntryPoint(key, key, key, ())
        found[entry_point.file] = entry_schema(entry_point, dict.fromkeys(found, ""))
    return {SCHEMA_FILE: schema(whole), **found}


def of_date(files: Files, version: str) -> Files:
    old, new = VERSION_DATE.encode(), version.encode()
    return {name.replace(VERSION_DATE, version): data.replace(old, new) for name, data in files.items()}


def side_by_side(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Difference:
    return compare_files(old, "old", new, "new")


def told(difference: Difference) -> list[tuple[str, ...]]:
    """The changes: area, kind, name, what, before, after, and ! for one that filings do not survive."""
    return [
        (
            each.area,
            each.kind,
            local_name(each.name),
            each.what.en,
            each.before.en,
            each.after.en,
            "" if each.compatible else "!",
        )
        for each in difference.changes
    ]


OLD, NEW = files_of(older.Statement, ("all", "old")), of_date(files_of(newer.Statement, ("all", "new")), LATER)
STATEMENT = "Statement > StatementAbstract"


def test_every_difference_is_told_and_judged() -> None:
    found = side_by_side(OLD, NEW)
    areas = [each.area for each in found.changes]
    assert areas == sorted(areas, key=AREAS.index)
    texts = {each for each in told(found) if each[0] == "labels" and each[3].startswith("documentation")}
    assert ("labels", "changed", "Staff", "documentation (en)") in {each[:4] for each in texts}
    assert set(told(found)) - texts == {
        ("items", "added", "Kind", "values", "", "auditors", ""),
        ("items", "removed", "Kind", "values", "committee", "", "!"),
        ("items", "changed", "Extra", "balance", "debit", "credit", "!"),
        ("items", "changed", "Staff", "period", "duration", "instant", "!"),
        ("items", "changed", "Orders", "type", "monetaryItemType", "stringItemType", "!"),
        ("items", "added", "Tax", "", "", "monetaryItemType, duration, debit: Tax", ""),
        ("items", "removed", "Gone", "", "stringItemType, duration: Gone", "", "!"),
        ("items", "added", "ShareClassGoldenMember", "", "", "domain or member: Golden [member]", ""),
        ("items", "removed", "ShareClassDeferredMember", "", "domain or member: Deferred [member]", "", "!"),
        ("dimensions", "added", "HeldNumber", "axes", "", "none", ""),
        ("dimensions", "removed", "ShareClassAxis", "member", "ShareClassDeferredMember", "", "!"),
        ("dimensions", "added", "ShareClassAxis", "member", "", "ShareClassGoldenMember", ""),
        ("dimensions", "moved", "ShareClassAxis", "member ShareClassPreferredMember", "after ShareClassCommonMember", "first", ""),
        ("sums", "removed", "Profit", "Costs in Statement", "weight -1", "", "!"),
        ("sums", "changed", "Profit", "Extra in Statement", "weight -1", "weight 1", "!"),
        ("sums", "added", "Profit", "Tax in Statement", "", "weight -1", ""),
        ("entry points", "added", "filingexport-DATE-new.xsd", "", "", "1 sections", ""),
        ("entry points", "removed", "filingexport-DATE-old.xsd", "", "1 sections", "", "!"),
        ("presentation", "moved", "ShareClassPreferredMember", "order in Statement > ShareClassDomain", "after ShareClassCommonMember", "first", ""),
        ("presentation", "moved", "Costs", f"order in {STATEMENT}", "after Sales", "after Kind", ""),
        ("labels", "changed", "Sales", "label (en)", "Sales", "Net sales", ""),
        ("labels", "changed", "ShareClassAxis", "label (en)", "Class [axis]", "Class of shares [axis]", ""),
        ("labels", "changed", "ShareClassDomain", "label (en)", "Class [domain]", "Class of shares [domain]", ""),
        ("labels", "changed", "ShareClassAxis", "terseLabel (en)", "Class", "Class of shares", ""),
        ("labels", "changed", "ShareClassDomain", "terseLabel (en)", "Class", "Class of shares", ""),
        ("references", "removed", "Sales", "", "Companies Act, article 1", "", ""),
        ("references", "added", "Sales", "", "", "Companies Act, article 2", ""),
    }  # fmt: skip
    assert not found.compatible
    assert (found.old.namespaces[undated(FX)], found.new.namespaces[undated(FX)]) == (VERSION_DATE, LATER)


def test_the_other_way_round_what_was_added_is_gone() -> None:
    """Added and removed change places, and each difference is told in both directions."""
    there, back = told(side_by_side(OLD, NEW)), told(side_by_side(NEW, OLD))
    turned = {"added": "removed", "removed": "added"}
    mirrored = {(area, turned.get(kind, kind), name, what) for area, kind, name, what, *_ in back if kind != "moved"}
    assert mirrored == {(area, kind, name, what) for area, kind, name, what, *_ in there if kind != "moved"}
    assert ("sums", "removed", "Profit", "Tax in Statement", "weight -1", "", "!") in back


def test_a_version_that_differs_in_its_date_only_is_the_same() -> None:
    assert side_by_side(OLD, of_date(OLD, LATER)).changes == ()


def edited(name: str, pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Files:
    """The files with one of them changed by hand."""
    [file] = [each for each in OLD if each.endswith(name)]
    text, times = re.subn(pattern, replacement, OLD[file].decode("utf-8"), count=1, flags=re.DOTALL)
    assert times == 1
    return {**OLD, file: text.encode("utf-8")}


def label_in(file: str, name: str) -> str:
    """The label of the locator of an element in one of the old files, which has one extended link that locates it."""
    [data] = [data for each, data in OLD.items() if each.endswith(file)]
    label: str
    [label] = set(re.findall(rf'#fx_{name}" xlink:label="(\w+)"', data.decode("utf-8")))
    return label


def test_what_only_files_made_by_hand_say_is_told_too() -> None:
    schema_name = f"{VERSION_DATE}.xsd"
    closed = edited(schema_name, r'(name="Sales" [^>]*nillable=)"true"', r'\1"false"')
    assert told(side_by_side(OLD, closed)) == [("items", "changed", "Sales", "nillable", "yes", "no", "!")]
    heading = edited(schema_name, '(name="Gone" [^>]*?)nillable', r'\1abstract="true" nillable')
    assert told(side_by_side(OLD, heading)) == [("items", "changed", "Gone", "kind", "item", "heading", "!")]
    preferred = label_in("def.xml", "ShareClassPreferredMember")
    default = edited("def.xml", r'(xlink:arcrole="[^"]*dimension-default"[^>]*to=)"\w+"', rf'\1"{preferred}"')
    assert (
        "dimensions",
        "changed",
        "ShareClassAxis",
        "default",
        "ShareClassCommonMember",
        "ShareClassPreferredMember",
        "!",
    ) in told(side_by_side(OLD, default))
    footnote = edited(schema_name, r'<link:arcroleType arcroleURI="[^"]*fact-caption".*?</link:arcroleType>', "")
    assert told(side_by_side(OLD, footnote)) == [
        ("presentation", "removed", "fact-caption", "kind of footnote", "From a fact to the caption printed beside it / 表示科目名", "", "!")
    ]  # fmt: skip
    total = edited("pre.xml", r'preferredLabel="http://www.xbrl.org/2003/role/totalLabel" ', "")
    assert told(side_by_side(OLD, total)) == [
        ("presentation", "changed", "Profit", "place", f"{STATEMENT} (totalLabel)", STATEMENT, "")
    ]


def test_a_prohibited_arc_does_not_count() -> None:
    """XBRL 2.1, 3.5.3.9.7.5: of equivalent arcs the one of the highest priority decides."""
    arc = rf'(<presentationArc [^>]*?xlink:to="{label_in("pre.xml", "Gone")}"/>)'
    prohibited = edited(
        "pre.xml", arc, lambda found: found[1] + found[1].replace("/>", ' use="prohibited" priority="1"/>')
    )
    assert told(side_by_side(OLD, prohibited)) == [("presentation", "removed", "Gone", "place", STATEMENT, "", "")]


# --- what is read is what was written ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole() -> Contents:
    return read(build.files(), "built")


def test_the_files_say_what_the_classes_declare(whole: Contents) -> None:
    """All of the network is found again in the files, read without knowing how they were made."""
    declared = network(Filing)

    def name(each: str) -> str:
        return each.replace(FX, undated(FX))

    kinds = {each.name: each.kind for each in whole.elements.values()}
    assert {each for each, kind in kinds.items() if kind == "item"} == set(map(name, declared.concepts))
    assert {each for each, kind in kinds.items() if kind == "heading"} == set(map(name, declared.abstracts))
    assert {each for each, kind in kinds.items() if kind == "axis"} == set(map(name, declared.axes))
    for info in declared.concepts.values():
        element = whole.elements[name(info.name)]
        assert element.period == ("instant" if info.instant else "duration")
        assert element.balance == (info.concept.balance or "")
        assert element.nillable == info.nillable
        assert len(whole.references.get(element.name, ())) == len({*info.refs, *in_2008(info.refs)}) + bool(info.edinet)
        if info.concept.kind == "choice":
            assert element.values == tuple(each.value for each in declared.kinds[local_name(element.type)])
    for section in declared.sections.values():
        role = undated(section.role)
        sums = {total: dict(items.items()) for total, items in whole.sums.get(role, {}).items()}
        assert sums == {
            name(each.total): {name(addend): str(weight) for addend, weight in each.items}
            for each in section.sums if each.items
        }  # fmt: skip
    for axis in declared.axes.values():
        assert whole.members.get(name(axis.name), ()) == tuple(name(each.name) for each in axis.members)
        assert whole.defaults.get(name(axis.name)) == (name(axis.default) if axis.default else None)
    stated: dict[str, set[tuple[str, ...]]] = {}
    for cube in declared.cubes.values():
        for each in cube.items:
            stated.setdefault(name(each), set()).add(tuple(map(name, cube.axes)))
    assert whole.axes == stated
    assert whole.entry_points == {
        undated(each.file): frozenset(undated(section.role) for section in network_of(each).sections.values())
        for each in ENTRY_POINTS
    }


def test_the_built_taxonomy_is_compatible_with_itself(whole: Contents, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["taxonomy", "diff", str(ROOT / "taxonomy")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "the same"


# --- folders, packages, schemas, extensions ----------------------------------------------------------------------


def laid(folder: Path, files: Files) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_folder_a_package_and_an_entry_point_are_read_alike(tmp_path: Path) -> None:
    folder = laid(tmp_path / "taxonomy", OLD)
    (folder / "readme.txt").write_text("not read")
    (folder / "catalog.xml").write_text("<catalog/>")
    package = tmp_path / "taxonomy.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("top/META-INF/taxonomyPackage.xml", "<taxonomyPackage/>")
        for name, data in OLD.items():
            archive.writestr(f"top/taxonomy/{name}", data)
    entry = folder / f"filingexport-{VERSION_DATE}-all.xsd"
    for path in (folder, package):
        assert told(side_by_side(OLD, given.files(path))) == []
    assert told(side_by_side(OLD, given.files(entry))) == [
        ("entry points", "removed", "filingexport-DATE-old.xsd", "", "1 sections", "", "!")
    ]


def test_nothing_outside_the_folder_of_a_schema_is_opened(tmp_path: Path) -> None:
    outside = tmp_path / "outside.xml"
    outside.write_text("<!DOCTYPE x><x/>")
    for reference in ("../outside.xml", str(outside), outside.as_uri(), "http://example.com/x.xml"):
        folder = laid(tmp_path / f"t{len(list(tmp_path.iterdir()))}", OLD)
        entry = folder / f"filingexport-{VERSION_DATE}-all.xsd"
        entry.write_text(entry.read_text("utf-8").replace(f"filingexport-{VERSION_DATE}-ref.xml", reference), "utf-8")
        assert len(given.files(entry)) == len(OLD) - 2


@pytest.fixture(scope="module")
def own() -> Files:
    return dict(extension_files(load(SAMPLE)))


def test_a_companys_extension_is_compared_with_its_next_one(own: Files, tmp_path: Path) -> None:
    later = {
        name.replace("2008-03-31", "2009-03-31"): data.replace(b"2008-03-31", b"2009-03-31")
        for name, data in own.items()
    }
    assert side_by_side(own, later).changes == ()
    schema_name = "iij-2009-03-31.xsd"
    text = later[schema_name].decode("utf-8")
    text, times = re.subn(r"<element name=\"CostOfEquipmentSales\"[^>]*/>", "", text)
    assert times == 1
    changed = {**later, schema_name: text.encode("utf-8")}
    folder = laid(tmp_path / "own", own)
    difference = side_by_side(given.files(folder / "iij-2008-03-31.xsd"), later)
    assert difference.changes == ()
    with pytest.raises(
        FilingError, match=r"'iij_CostOfEquipmentSales' is no element that 'iij-2009-03-31.xsd' declares"
    ):
        side_by_side(own, changed)
    narrower = {
        name: data.replace(b"fx_CostOfRevenues", b"fx_CostAndExpenses") if name.endswith("def.xml") else data
        for name, data in later.items()
    }
    assert {each[:4] for each in told(side_by_side(own, narrower))} >= {
        ("references", "removed", "CostOfEquipmentSales", "narrower than"),
        ("references", "added", "CostOfEquipmentSales", "narrower than"),
    }


def test_an_extension_beside_the_standard_taxonomy_is_left_out_with_all_it_adds(own: Files) -> None:
    difference = side_by_side({**build.files(), **own}, build.files())
    assert difference.changes == ()
    assert difference.apart == ("http://iij.example/xbrl/DATE",)
    assert side_by_side(build.files(), {**build.files(), **own}).changes == ()


def test_what_lies_beside_a_filing_is_compared_without_what_does_not(own: Files) -> None:
    difference = side_by_side({**build.files((FULL,)), **own}, build.files())
    assert difference.apart == ("http://iij.example/xbrl/DATE", "documentation", "references", "assertions")
    assert {(each.area, each.kind) for each in difference.changes} == {("entry points", "added")}
    assert difference.compatible


FORMULA = formula.linkbase().decode()
[CASH] = re.findall(r'id="(forward[.]CashAndCashEquivalentsBalance)"', FORMULA)


def with_formula(text: str) -> Files:
    return {**OLD, "formula.xml": text.encode()}


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_assertions_are_compared_with_their_variables_and_filters() -> None:
    read_all = read(with_formula(FORMULA), "new").assertions
    assert set(read_all) == set(re.findall(r"<va:valueAssertion id=\"([^\"]+)\"", FORMULA))
    said = read_all[CASH]
    assert said[0].startswith("valueAssertion aspectModel=dimensional implicitFiltering=true test=abs($closing")
    assert "$opening: instantDuration boundary=start variable=movement" in said
    assert "$closing: conceptName fx:CashAndCashEquivalentsBalance" in said
    assert side_by_side(with_formula(FORMULA), with_formula(FORMULA)).changes == ()

    head, at, tail = FORMULA.partition(f'id="{CASH}"')
    other = head + at + changed(tail, "le 1.5 *", "le 2 *")
    other = changed(other, "<cf:qname>fx:SubscriptionRightsToShares<", "<cf:qname>fx:ShareAcquisitionRights<")
    other = changed(other, 'id="tie.nonControllingInterests.', 'id="tie.minority.')
    difference = side_by_side(with_formula(FORMULA), with_formula(other))
    assert difference.compatible
    changes = {(each.kind, each.name.partition(".")[2].partition(".")[0]): each for each in difference.changes}
    assert set(changes) == {
        ("added", "minority"),
        ("removed", "nonControllingInterests"),
        ("changed", "shareAcquisitionRights"),
        ("changed", "CashAndCashEquivalentsBalance"),
    }
    assert {each.area for each in difference.changes} == {"assertions"}
    rights = changes["changed", "shareAcquisitionRights"]
    assert rights.before.en == "$one: conceptName fx:SubscriptionRightsToShares"
    assert rights.after.en == "$one: conceptName fx:ShareAcquisitionRights"
    assert "le 2 *" in changes["changed", "CashAndCashEquivalentsBalance"].after.en


# --- bad input ---------------------------------------------------------------------------------------------------


def one(name: str, change: Callable[[bytes], bytes]) -> Files:
    [file] = [each for each in OLD if each.endswith(name)]
    return {**OLD, file: change(OLD[file])}


BAD: dict[str, tuple[Files, str]] = {
    "nothing": ({}, "old: error fx:unreadable: holds no schema"),
    "no schema": ({"a.xml": b"<a/>"}, "holds no schema of a taxonomy"),
    "no element": ({"a.xsd": b'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>'}, "declares no element"),
    "another": (
        one("24.xsd", lambda data: data.replace(FX.encode(), b"http://example.com/other")),
        "declares nothing in a namespace of new",
    ),
    "not XML": (one("pre.xml", lambda data: data[:900]), r"old/filingexport-.*pre.xml:\d+: error fx:notXML"),
    "a doctype": (one("pre.xml", lambda data: b"<!DOCTYPE a>" + data.partition(b"?>")[2]), "fx:doctype"),
    "twice": (
        one("24.xsd", lambda data: data.replace(b'name="Costs"', b'name="Sales"')),
        r"24.xsd:\d+: error fx:unreadable: Sales is declared twice",
    ),
    "no name": (one("24.xsd", lambda data: data.replace(b'name="Costs"', b"")), "an element has no name"),
    "an arc to nowhere": (
        one("pre.xml", lambda data: data.replace(b'xlink:to="c2"', b'xlink:to="Nowhere"')),
        r"pre.xml:\d+: .*an arc leads from 'c1' to 'Nowhere', one of which is not there",
    ),
    "a locator to nowhere": (
        one("cal.xml", lambda data: data.replace(b"#fx_Sales", b"#fx_Sale")),
        r"cal.xml:\d+: .*'fx_Sale' is no element that 'filingexport-2026-11-24.xsd' declares",
    ),
    "a locator without a name": (
        one("cal.xml", lambda data: data.replace(f"{SCHEMA_FILE}#fx_Sales".encode(), b"other.xsd")),
        "'' is no element",
    ),
    "an order": (
        one("pre.xml", lambda data: data.replace(b'order="1"', b'order="first"')),
        "an arc's order or priority is no number",
    ),
    "an assertion twice": (
        with_formula(FORMULA.replace("</gen:link>", f'<va:valueAssertion id="{CASH}" xlink:type="resource"/></gen:link>')),
        "the assertion forward.CashAndCashEquivalentsBalance is declared twice",
    ),
    "a filter that is not there": (
        with_formula(FORMULA.replace(f'xlink:to="{CASH}.opening.at"', 'xlink:to="nowhere"')),
        r"formula.xml:\d+: .*an arc leads to 'nowhere', which is not there",
    ),
    "an endless order": (one("pre.xml", lambda data: data.replace(b'order="1"', b'order="Infinity"')), "no number"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_said_and_nothing_compared(case: str) -> None:
    files, message = BAD[case]
    with pytest.raises(FilingError, match=message):
        side_by_side(files, OLD)


def test_headings_that_hold_one_another_end() -> None:
    def arc(kind: str, role: str, source: str, target: str) -> str:
        ends = f'xlink:from="{source}" xlink:to="{target}"'
        return f'<{kind}Arc order="1" xlink:type="arc" xlink:arcrole="{role}" {ends}/></{kind}Link>'

    sales, heading = label_in("pre.xml", "Sales"), label_in("pre.xml", "StatementAbstract")
    circle = edited("pre.xml", "</presentationLink>", arc("presentation", linkbases.PARENT_CHILD, sales, heading))
    assert [each.kind for each in side_by_side(OLD, circle).changes] == ["added"]
    role = linkbases.DIMENSION_ARCROLE + "domain-member"
    circle = edited("def.xml", "</definitionLink>", arc("definition", role, "items", "c1"))
    assert isinstance(side_by_side(OLD, circle).changes, tuple)


def test_filters_that_lead_to_one_another_end(monkeypatch: pytest.MonkeyPatch) -> None:
    arc = '<variable:variableArc xlink:type="arc" xlink:arcrole="http://xbrl.org/arcrole/2008/variable-set"'
    ends = f'xlink:from="{CASH}.closing.at" xlink:to="{CASH}.closing"'
    circle = changed(FORMULA, "</gen:link>", f"{arc} {ends}/></gen:link>")
    [change] = side_by_side(with_formula(FORMULA), with_formula(circle)).changes
    assert (change.kind, change.name) == ("changed", CASH)
    monkeypatch.setattr(reader, "_STEPS", 100)
    with pytest.raises(FilingError, match="fx:limit: the assertions have more than 100 variables and filters"):
        read(with_formula(circle), "old")


def test_every_cut_of_a_linkbase_is_read_or_refused() -> None:
    for name in (each for each in OLD if each.endswith(("def.xml", "24.xsd"))):
        data = OLD[name]
        for length in range(0, len(data), 97):
            with pytest.raises(FilingError):
                read({**OLD, name: data[:length]}, "cut")


def test_limits_are_kept(tmp_path: Path) -> None:
    folder = laid(tmp_path / "taxonomy", OLD)
    with pytest.raises(FilingError, match="fx:limit: holds more than 3 files"):
        given.files(folder, Limits(entries=3))
    with pytest.raises(FilingError, match="fx:limit: is larger than 100 bytes"):
        given.files(folder, Limits(file=100))


# --- the command -------------------------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = main(["taxonomy", "diff", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_command_tells_it_in_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = laid(tmp_path / "old", OLD), laid(tmp_path / "new", NEW)
    status, out, err = run(capsys, old, new)
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == f"old  {old}: version {VERSION_DATE}, 10 items"
    assert lines[1] == f"new  {new}: version {LATER}, 10 items"
    assert re.search(r"^Filings of the old version may not read \(10\) *$", out, re.MULTILINE)
    assert re.search(r"^-  Gone +stringItemType, duration: Gone +its facts have no", out, re.MULTILINE)
    assert re.search(r"^~  Sales +label \(en\) +Sales +Net sales *$", out, re.MULTILINE)
    assert "[member]" in out, "what looks like markup is shown as it is"
    assert re.fullmatch(r"\d+ changes; with 10 of them filings of the old version may not read", lines[-1])
    status, out, _ = run(capsys, old, laid(tmp_path / "same-date", files_of(newer.Statement, ("all", "new"))))
    assert status == 1
    assert out.splitlines()[-1].startswith("Both are of one version: such changes need a new version date")


def test_the_command_tells_it_in_japanese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = laid(tmp_path / "old", OLD), laid(tmp_path / "new", NEW)
    status, out, err = run(capsys, old, new, "--lang", "ja")
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == f"旧  {old}: {VERSION_DATE}版、10項目"
    assert re.search(r"^旧版の提出書類を読み込めなくなる変更 \(10\) *$", out, re.MULTILINE)
    assert re.search(r"^-  Gone +stringItemType, duration: Gone +その事実を表す要素", out, re.MULTILINE)
    assert re.search(
        r"^~  ShareClassAxis +メンバーShareClassPreferredMember +ShareClassCommonMemberの次 +先頭 *$", out, re.MULTILINE
    )
    assert re.fullmatch(r"変更は\d+件です。うち10件により旧版の提出書類を読み込めなくなることがあります", lines[-1])
    changes = json.loads(run(capsys, old, new, "--lang", "ja", "--json")[1])["changes"]
    [gone] = [each for each in changes if (each["name"], each["change"], each["area"]) == ("Gone", "removed", "items")]
    assert gone["effect"] == "その事実を表す要素がなくなります"
    assert run(capsys, old, old, "--lang", "ja")[1].splitlines()[-1] == "同じです"


def test_the_command_says_when_all_still_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = laid(tmp_path / "old", OLD)
    new = laid(tmp_path / "new", edited("lab.xml", ">Sales<", ">Net sales\u009b31m<"))
    status, out, _ = run(capsys, old, new)
    assert status == 0
    assert out.splitlines()[-1] == "1 changes; every filing of the old version still reads"
    assert "Net sales\N{REPLACEMENT CHARACTER}31m" in out, "what a terminal would act on is made visible"


def test_the_command_tells_it_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = laid(tmp_path / "old", OLD), laid(tmp_path / "new", NEW)
    status, out, _ = run(capsys, old, new, "--json")
    assert status == 1
    document = json.loads(out)
    assert document["old"] == {"given": str(old), "namespaces": {undated(FX): VERSION_DATE}}
    assert document["compatible"] is False
    assert {
        "area": "items", "change": "removed", "name": "Gone", "namespace": undated(FX), "what": "",
        "old": "stringItemType, duration: Gone", "new": "", "compatible": False, "effect": "its facts have no name any more",
    } in document["changes"]  # fmt: skip
    assert len(document["changes"]) == len(side_by_side(OLD, NEW).changes)
    assert run(capsys, old, new, "--json")[1] == out


def test_the_command_could_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = laid(tmp_path / "old", OLD)
    bad = laid(tmp_path / "bad", one("pre.xml", lambda data: data[:900]))
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04")
    for path in (bad, broken, tmp_path / "nowhere", laid(tmp_path / "empty", {})):
        for pair in ((path, old), (old, path)):
            status, out, err = run(capsys, *pair)
            assert (status, out) == (2, "")
            assert re.search(r"^\S+: error fx:\w+: ", err)
            assert len(err.splitlines()) == 1


def test_a_change_knows_whether_it_is_compatible() -> None:
    assert Change("items", "added", fx("A"), "", "", "").compatible
    assert not Change("items", "removed", fx("A"), "", "", "", "gone").compatible


def test_the_package_that_is_published_is_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["taxonomy", "package", "--output", str(tmp_path / "taxonomy.zip")]) == 0
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / "taxonomy.zip").read_bytes()))
    assert len(archive.namelist()) > 10
    capsys.readouterr()
    assert run(capsys, tmp_path / "taxonomy.zip")[:2][0] == 0
