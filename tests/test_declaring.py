"""Classes that are made when they are needed are what attrs would have made at once."""

import copy
import inspect
import pickle
import subprocess
import sys
import typing
from typing import Any

import attrs
import pytest
from lxml import etree

from filingexport.binding.plan import plans
from filingexport.declaring import Is, fields, frozen
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.part import Part
from filingexport.model.values import Text, Words
from filingexport.names import XSD, fx
from filingexport.taxonomy.items import leaves, schema_of_items
from filingexport.taxonomy.network import network
from filingexport.taxonomy.schema import schema
from filingexport.taxonomy.validate import INSTANCE_SCHEMA


@frozen
class Plain:
    first: int
    second: str = "b"

    def both(self) -> str:
        return f"{self.first}{self.second}"


@attrs.frozen
class OfAttrs:
    first: int
    second: str = "b"


@frozen(kw_only=True)
class Named(Part):
    name: Is[Words, item.words("Name", "名称")] = None
    must: Is[Text, item.words("Must", "必須")]


@frozen(eq=False)
class Itself:
    first: int = 1


def test_it_behaves_like_the_class_of_attrs() -> None:
    made, usual = Plain(1), OfAttrs(1)
    assert repr(made) == repr(usual).replace("OfAttrs", "Plain")
    assert made == Plain(1, "b") != Plain(1, "c")
    assert made.__eq__(usual) is NotImplemented
    assert (hash(made), made.both()) == (hash(Plain(1)), "1b")
    assert attrs.evolve(made, second="c") == Plain(1, "c")
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made
    assert Plain.__match_args__ == ("first", "second")
    assert Itself() != Itself()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, "first", 2)  # noqa: B010 - of a name that checkers do not see
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(made, "first")
    with pytest.raises(AttributeError):
        object.__setattr__(made, "third", 3)


def test_attrs_sees_what_it_would_have_made() -> None:
    assert [(each.name, each.default, each.type) for each in attrs.fields(Plain)] == [
        (each.name, each.default, each.type) for each in attrs.fields(OfAttrs)
    ]
    assert attrs.has(Named)
    assert str(inspect.signature(Plain)) == str(inspect.signature(OfAttrs))
    assert [each.name for each in attrs.fields(Named)] == ["own", "name", "must"]
    assert all(each.kw_only for each in attrs.fields(Named))
    kind = attrs.fields_dict(Named)["name"].type
    assert typing.get_origin(kind) is typing.Annotated
    assert typing.get_args(kind)[1].en == "Name"
    assert issubclass(attrs.make_class("Below", {"third": attrs.field(default=1)}, bases=(Plain,), frozen=True), Plain)


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"first": 1}), ((1,), {"third": 1}), ((), {"third": 1})]
)
def test_a_wrong_call_is_told_in_pythons_words(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    cls: Any = Plain
    usual: Any = OfAttrs
    with pytest.raises(TypeError) as told:
        cls(*given, **named)
    with pytest.raises(TypeError) as expected:
        usual(*given, **named)
    assert str(told.value) == str(expected.value).replace("OfAttrs", "Plain")


def test_what_is_more_than_fields_with_defaults_is_made_at_once() -> None:
    @frozen
    class Converted:
        first: int = attrs.field(converter=int)

    @frozen
    class Compared:
        first: int

        def __eq__(self, other: object) -> bool:
            return True

    @frozen(order=True)
    class Ordered:
        first: int

    @frozen
    class Anew:
        first: list[int] = attrs.Factory(list)

    assert not any("__declared__" in cls.__dict__ for cls in (Converted, Compared, Ordered, Anew))
    assert Converted("1").first == 1
    assert Compared(1) == Compared(2)
    assert Ordered(1) < Ordered(2)
    assert Anew().first is not Anew().first


def test_annotations_may_be_postponed() -> None:
    @item.part("Late", "後")
    @frozen(kw_only=True)
    class Late(Part):
        name: "Is[Words, item.words('Name', '名称')]" = None

    assert fields(Late)[1].type.__metadata__[0].en == "Name"
    assert typing.get_origin(attrs.fields(Late)[1].type) is typing.Annotated
    assert Late() == Late(name=None)


def test_the_model_is_imported_without_compiling_its_classes() -> None:
    code = (
        "import builtins, sys\n"
        "kept, made = builtins.compile, []\n"
        "def counting(source, name, *more, **named):\n"
        "    made.append(str(name)); return kept(source, name, *more, **named)\n"
        "builtins.compile = counting\n"
        "from filingexport.model.filing import Filing\n"
        "print(*[each.split()[-1].strip('>') for each in made if 'attrs generated' in each])\n"
        "assert 'xmlschema' not in sys.modules and 'rich' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    compiled = set(done.stdout.split())
    assert "filingexport.model.values.Money" in compiled  # which has converters
    assert compiled.isdisjoint(f"{plan.cls.__module__}.{plan.cls.__qualname__}" for plan in plans(Filing).values())
    assert len(compiled) < 60


def test_the_items_of_validation_are_those_of_the_published_schema() -> None:
    whole = network(Filing)
    assert leaves(Filing).keys() == whole.concepts.keys()
    published = etree.fromstring(schema(whole))
    own = etree.fromstring(schema_of_items(Filing, INSTANCE_SCHEMA))

    def items(root: etree._Element) -> dict[str | None, tuple[str | None, bool]]:
        return {
            each.get("name"): (each.get("type"), each.get("nillable") == "true")
            for each in root.iterchildren(f"{{{XSD}}}element")
            if each.get("abstract") != "true"
        }

    def kinds(root: etree._Element) -> dict[str | None, list[str | None]]:
        return {
            kind.get("name"): [each.get("value") for each in kind.iter(f"{{{XSD}}}enumeration")]
            for kind in root.iterchildren(f"{{{XSD}}}complexType")
        }

    assert items(own) == items(published)
    assert kinds(own) == kinds(published)
    assert fx("RowNumber") not in leaves(Filing)


def test_a_class_that_is_used_often_has_a_constructor_of_its_own() -> None:
    @frozen
    class Often:
        first: int
        second: int = 2

    usual = Often.__init__
    made = [Often(number) for number in range(200)]
    assert Often.__init__ is not usual
    assert [(each.first, each.second) for each in made] == [(number, 2) for number in range(200)]
