"""Facts read one after the other are those that are read at once, and nothing of them is kept."""

from __future__ import annotations

import gzip
import re
import tracemalloc
from pathlib import Path

import attrs
import pytest
from bench.spine import filing_of

import filingexport
from filingexport import Filing, FilingError, Finding
from filingexport.binding.to_facts import to_facts
from filingexport.formats import xbrl
from filingexport.formats.safe import Limits
from filingexport.formats.xbrl import streaming
from filingexport.model.values import Count, Text
from tests.conftest import SAMPLE


@pytest.fixture(scope="module")
def sample() -> Filing:
    return filingexport.load(SAMPLE)


@pytest.fixture(scope="module")
def instance(sample: Filing) -> bytes:
    return xbrl.write(to_facts(sample))


def written(folder: Path, data: bytes) -> Path:
    target = folder / "filing.xbrl"
    target.write_bytes(data)
    return target


def told(path: Path) -> list[str]:
    with pytest.raises(FilingError) as raised:
        list(filingexport.facts(path))
    return [each.code for each in raised.value.findings]


def test_they_are_the_same_facts(tmp_path: Path, instance: bytes) -> None:
    path = written(tmp_path, instance)
    report = xbrl.read(instance, str(path)).report
    assert tuple(filingexport.facts(path)) == report.facts
    assert [fact.place for fact in filingexport.facts(path)][:50] == [report.place(number) for number in range(50)]


def test_order_does_not_matter(tmp_path: Path, instance: bytes) -> None:
    head, contexts, rest = instance.partition(b"<xbrli:context ")
    end = rest.rindex(b"</xbrli:unit>") + len(b"</xbrli:unit>")
    moved = head + rest[end : rest.rindex(b"</xbrli:xbrl>")] + contexts + rest[:end] + b"</xbrli:xbrl>"
    assert moved != instance
    assert tuple(filingexport.facts(written(tmp_path, moved))) == xbrl.read(instance).report.facts


def test_nothing_of_what_was_read_is_kept(tmp_path: Path, sample: Filing) -> None:
    """Python's memory at most while facts pass: of many facts hardly more than of some, apart from contexts and notes."""
    peaks = []
    for size in (2_000, 8_000):
        path = written(tmp_path, xbrl.write(to_facts(filing_of(sample, size))))
        for _ in streaming.facts(path):
            break  # what is loaded and compiled once
        tracemalloc.start()
        count = sum(1 for _ in streaming.facts(path))
        peaks.append((count, tracemalloc.get_traced_memory()[1]))
        tracemalloc.stop()
    (some, first), (many, second) = peaks
    assert many > 3 * some
    assert (second - first) / (many - some) < 400  # bytes a fact; the fact itself has more, and its element too


def test_elements_are_gone_when_the_next_is_asked_for(tmp_path: Path, instance: bytes) -> None:
    path = written(tmp_path, instance)
    counts = [len(root) for root, _ in streaming._children(path, Limits())]
    assert len(counts) > 1_900
    assert max(counts) < 400  # libxml2 is given a piece of the file at a time, and some elements are in it


def test_what_is_wrong_is_raised_or_gathered(tmp_path: Path, instance: bytes) -> None:
    fact = b'<fx:CompanyName contextRef="nowhere">x</fx:CompanyName>'
    path = written(tmp_path, instance.replace(b"</xbrli:xbrl>", fact + b"</xbrli:xbrl>"))
    assert told(path) == ["fx:reference"]
    found: list[Finding] = []
    assert tuple(filingexport.facts(path, findings=found)) == xbrl.read(instance).report.facts
    assert [each.code for each in found] == ["fx:reference"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "fx:notXML"),
        (b"<a/>", "fx:notInstance"),
        (b"<xbrl xmlns='http://www.xbrl.org/2003/instance'>", "fx:notXML"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "fx:doctype"),
        (b"<!--" + b" " * 70_000 + b"--><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "fx:doctype"),
        ("<a/>".encode("utf-16"), "fx:encoding"),
        (b"<?xml version='1.0' encoding='UTF-7'?><a/>", "fx:encoding"),
        (gzip.compress(b"<a/>", mtime=0), "fx:notXML"),
    ],
)
def test_what_is_no_instance_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert told(written(tmp_path, data)) == [code]


def test_limits_hold(tmp_path: Path, instance: bytes) -> None:
    path = written(tmp_path, instance)
    for limits in (Limits(file=10_000), Limits(facts=10), Limits(contexts=10)):
        with pytest.raises(FilingError) as raised:
            list(filingexport.facts(path, limits=limits))
        assert [each.code for each in raised.value.findings] == ["fx:limit"]
    assert told(tmp_path / "missing.xbrl") == ["fx:unreadable"]


def test_what_is_at_a_limit_is_read_and_one_beyond_is_refused(tmp_path: Path, instance: bytes) -> None:
    path = written(tmp_path, instance)
    count = len(xbrl.read(instance).report.facts)
    bounds = {
        "file": len(instance), "facts": count, "contexts": instance.count(b"<xbrli:context "),
        "units": instance.count(b"<xbrli:unit "),
    }  # fmt: skip
    for name, most in bounds.items():
        assert sum(1 for _ in filingexport.facts(path, limits=Limits(**{name: most}))) == count
        with pytest.raises(FilingError) as raised:
            list(filingexport.facts(path, limits=Limits(**{name: most - 1})))
        [found] = raised.value.findings
        assert found.code == "fx:limit"
        assert found.place.startswith(str(path))
        assert f"{most - 1:,}" in found.message


def test_notes_of_several_links_come_together(tmp_path: Path, small: Filing) -> None:
    """And what stands between elements, such as a comment, is no fact."""
    footnotes = (Text(en="One."), Text(en="Two.", ja="二"))
    data = filingexport.write(attrs.evolve(small, fiscal_term=Count(16, footnotes=footnotes)))
    link = re.search(rb"<link:footnoteLink.*</link:footnoteLink>", data, re.DOTALL)
    assert link is not None
    begin, end = link[0][: link[0].index(b"<link:loc ")], b"</link:footnoteLink>"
    loc = re.search(rb"<link:loc [^>]*>", link[0])
    assert loc is not None
    second = link[0].index(b"<link:footnote ", link[0].index(b"<link:footnoteArc"))
    parted = link[0][:second] + end + b"<!-- a --><?a b?>" + begin + loc[0] + link[0][second:]
    data = data.replace(link[0], parted)
    path = written(tmp_path, data)
    found = tuple(filingexport.facts(path))
    assert found == xbrl.read(data).report.facts
    assert [len(each.notes) for each in found if each.notes] == [2]


def test_where_an_instance_ends_too_soon_is_told(tmp_path: Path, instance: bytes) -> None:
    cut = instance[: instance.rindex(b"</xbrli:xbrl>")]
    path, lines = written(tmp_path, cut), cut.count(b"\n") + 1
    with pytest.raises(FilingError) as raised:
        list(filingexport.facts(path))
    [found] = raised.value.findings
    assert (found.code, found.place) == ("fx:notXML", f"{path}:{lines}")
