"""The `frozen` and the `Annotated` of this package: those of attrs and of typing, whose work is put off until it is needed.

The model has hundreds of classes, and a command uses a few dozen of them. `attrs.frozen` writes a constructor and four
methods for each class as source text and compiles them, which takes most of the time that importing the model takes. Here
a class is given what all have in common: comparison, hash, representation and pickling are functions that know the names
of its fields, and so is the constructor, until it has been used a few times; then one is compiled, of the fields alone.
When somebody asks for the class's attributes (`attrs.fields`, `attrs.evolve`), attrs makes the class after all, from the
same body, and its constructor and attributes are taken over. What is more than fields with plain defaults is left to
attrs at once.

Type checkers see `attrs.frozen` and `typing.Annotated` themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import attrs

from filingexport.once import MAKING

__all__ = ["NOTHING", "Field", "Is", "fields", "frozen", "is_plain", "resolve"]

NOTHING: Final = attrs.NOTHING
_FEW: Final = 100
"""So many objects are made before a constructor is compiled for the class: that takes as long as making these."""


class Field(NamedTuple):
    """A field as it is declared. default: `NOTHING` for one that must be given."""

    name: str
    type: Any
    default: Any


class _Declared:
    """What is known of a class without attrs. body: the class as it was written. values: a getter of all fields."""

    __slots__ = ("body", "cls", "compiled", "defaults", "fields", "known", "kw_only", "made", "names", "used", "values")

    def __init__(self, body: type, fields: tuple[Field, ...], kw_only: bool) -> None:
        self.body = body
        self.cls: Any = body
        self.fields = fields
        self.kw_only = kw_only
        self.names = tuple([each.name for each in fields])
        self.known = frozenset(self.names)
        self.defaults = {each.name: each.default for each in fields if each.default is not NOTHING}
        self.values: Callable[[Any], Any] = attrgetter(*self.names)
        self.used = 0
        self.made = False
        self.compiled = False

    def construct(self) -> None:
        """Give the class a constructor of its own: that of attrs, for fields that nothing checks or converts."""
        given = ["self", *(["*"] if self.kw_only else [])]
        names: dict[str, Any] = {}
        lines = []
        for field in self.fields:
            given.append(field.name)
            if field.default is not NOTHING:
                names[f"default_{field.name}"] = field.default
                given[-1] += f"=default_{field.name}"
            names[f"set_{field.name}"] = getattr(self.cls, field.name).__set__
            lines.append(f"    set_{field.name}(self, {field.name})\n")
        exec(f"def __init__({', '.join(given)}):\n{''.join(lines)}", names)  # noqa: S102 - of names of fields only; attrs does the same
        made = names["__init__"]
        made.__qualname__ = f"{self.cls.__qualname__}.__init__"
        self.cls.__init__ = made
        self.compiled = True

    def complete(self) -> None:
        """Let attrs make the class, and take over its constructor and attributes; one thread does, others wait for it."""
        with MAKING:
            if not self.made:
                self._complete()

    def _complete(self) -> None:
        hints = self.body.__annotations__
        for name, hint in hints.items():
            hints[name] = _annotated(hint)
        make = attrs.frozen(kw_only=self.kw_only, eq=False, repr=False, weakref_slot=False, match_args=False)
        twin = make(self.body)
        for name in ("__attrs_attrs__", "__attrs_props__", "__init__"):
            if name in twin.__dict__:
                setattr(self.cls, name, twin.__dict__[name])
        self.made = True


class _Late:
    """An attribute of the class that attrs sets when it makes it."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: Any) -> Any:
        declared: _Declared = owner.__declared__
        if not declared.made:
            declared.complete()
        found = declared.cls.__dict__[self.name]
        if found is self:  # this version of attrs has no such attribute
            raise AttributeError(self.name)
        return found


def _init(self: Any, /, *given: Any, **values: Any) -> None:
    declared: _Declared = self.__declared__
    declared.used += 1
    names = declared.names
    all_values = declared.defaults | values
    if given and not declared.kw_only:
        all_values |= zip(names, given, strict=False)
    # What is wrong in a call is for the compiled constructor to say, in Python's own words.
    if declared.used > _FEW or len(all_values) != len(names) or not _fits(declared, given, values, all_values):
        if not declared.made and not declared.compiled:
            declared.construct()
        declared.cls.__init__(self, *given, **values)
        return
    set_value = object.__setattr__
    for name in names:
        set_value(self, name, all_values[name])


def _fits(declared: _Declared, given: tuple[Any, ...], values: dict[str, Any], all_values: dict[str, Any]) -> bool:
    names = declared.names
    if given and (declared.kw_only or len(given) > len(names) or any(each in values for each in names[: len(given)])):
        return False
    return all_values.keys() == declared.known


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = self.__declared__.values
    return values(self) == values(other)


def _hash(self: Any) -> int:
    declared = self.__declared__
    return hash((declared.cls, declared.values(self)))


def _repr(self: Any) -> str:
    said = ", ".join([f"{name}={getattr(self, name)!r}" for name in self.__declared__.names])
    return f"{self.__class__.__qualname__.rsplit('>.', 1)[-1]}({said})"


def _getstate(self: Any) -> dict[str, Any]:
    return {name: getattr(self, name) for name in self.__declared__.names}


def _setstate(self: Any, state: dict[str, Any]) -> None:
    for name in self.__declared__.names:
        if name in state:
            object.__setattr__(self, name, state[name])


def _replace(self: Any, /, **changes: Any) -> Any:
    return attrs.evolve(self, **changes)


@attrs.frozen
class _Frozen:
    """Its methods that refuse assignment are those of every frozen class of attrs, which looks for them."""


_COMMON: Final = {
    "__init__": _init,
    "__repr__": _repr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
    "__replace__": _replace,
    "__setattr__": _Frozen.__setattr__,
    "__delattr__": _Frozen.__delattr__,
    "__attrs_own_setattr__": False,
    "__attrs_attrs__": _Late("__attrs_attrs__"),
    "__attrs_props__": _Late("__attrs_props__"),
}
_COMPARED: Final = {"__eq__": _eq, "__hash__": _hash}
_OF_A_BODY: Final = frozenset(
    (
        "__module__", "__doc__", "__annotations__", "__dict__", "__weakref__", "__qualname__",
        "__firstlineno__", "__static_attributes__", "__annotate_func__", "__annotations_cache__", "__iter__", "__str__",
    )
)  # fmt: skip


def _can_wait(body: type, hints: dict[str, Any]) -> bool:
    """Whether the body has nothing but fields with plain defaults, and methods of its own names."""
    for base in body.__mro__[1:-1]:
        if "__declared__" not in base.__dict__ or any(name in base.__dict__["__declared__"].names for name in hints):
            return False
    for name, value in body.__dict__.items():
        if name in hints:
            if isinstance(value, attrs.Factory) or type(value).__name__ == "_CountingAttr":  # type: ignore[arg-type]
                return False  # it is made anew each time, or what `attrs.field` gives
        elif name.startswith("__"):
            if name not in _OF_A_BODY:
                return False
        elif not isinstance(value, (FunctionType, property, classmethod, staticmethod)) or _is_closure(value):
            return False
    return bool(hints) and not any(isinstance(hint, str) and "ClassVar" in hint for hint in hints.values())


def _is_closure(value: Any) -> bool:
    """Whether a method speaks of its own class, as ``super()`` does, so that the body cannot be used twice."""
    if isinstance(value, property):
        functions = (value.fget, value.fset, value.fdel)
        return any(getattr(each, "__closure__", None) for each in functions)
    return bool(getattr(getattr(value, "__func__", value), "__closure__", None))


def _declare(body: type, kw_only: bool, eq: bool) -> type:
    hints = body.__annotations__
    if not _can_wait(body, hints):
        return attrs.frozen(kw_only=kw_only, eq=None if eq else False)(body)  # True would not look for its own
    namespace = dict(body.__dict__)
    own = tuple([Field(name, hint, namespace.pop(name, NOTHING)) for name, hint in hints.items()])
    inherited: tuple[Field, ...] = ()
    for base in reversed(body.__mro__[1:-1]):
        inherited += tuple([each for each in base.__dict__["__declared__"].fields if each not in inherited])
    declared = _Declared(body, (*inherited, *own), kw_only)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace |= _COMMON
    if eq:
        namespace |= _COMPARED
    namespace["__match_args__"] = () if kw_only else declared.names
    namespace["__declared__"] = declared
    namespace["__slots__"] = tuple(hints) if inherited else (*hints, "__weakref__")
    namespace["__qualname__"] = body.__qualname__
    declared.cls = type(body)(body.__name__, body.__bases__, namespace)
    return declared.cls  # type: ignore[no-any-return]


class _Is:
    """What stands in an `Is`: a type and what it is annotated with, under the names that `typing.Annotated` has for them."""

    __slots__ = ("__metadata__", "__origin__")

    def __init__(self, origin: Any, metadata: tuple[Any, ...]) -> None:
        self.__origin__ = origin
        self.__metadata__ = metadata

    def __call__(self) -> None:
        """Typing takes for a type only what can be called."""
        raise TypeError("an annotation is not to be called")


def _annotated(hint: Any) -> Any:
    """What typing has in place of an `Is`."""
    return Annotated[(hint.__origin__, *hint.__metadata__)] if type(hint) is _Is else hint


if TYPE_CHECKING:
    from typing import Annotated as Is

    from attrs import frozen as frozen
else:

    class Is:
        """`typing.Annotated` for a field of a class declared here: `attrs.fields` gives that itself."""

        def __class_getitem__(cls, of: tuple[Any, ...]) -> _Is:
            return _Is(of[0], of[1:])

    def frozen(cls: type | None = None, *, kw_only: bool = False, eq: bool = True, **more: Any) -> Any:
        """`attrs.frozen` for a class that is made when it is needed; with other arguments, `attrs.frozen` itself."""
        if more:
            return attrs.frozen(cls, kw_only=kw_only, eq=None if eq else False, **more)
        return _declare(cls, kw_only, eq) if cls is not None else lambda body: _declare(body, kw_only, eq)


def fields(cls: Any) -> tuple[Field, ...]:
    """The fields of this class in order, those it inherits first, without asking attrs to make it."""
    declared: _Declared | None = cls.__dict__.get("__declared__")
    if declared is not None:
        return declared.fields
    return tuple([Field(each.name, each.type, each.default) for each in attrs.fields(cls)])


def is_plain(cls: Any) -> bool:
    """Whether the class is nothing but fields with plain defaults, so that attrs has not been asked to make it at once."""
    return "__declared__" in cls.__dict__


def resolve(cls: Any) -> None:
    """Bring the types of a class in a module with postponed annotations into being."""
    if not any(isinstance(each.type, str) for each in fields(cls)):
        return
    with MAKING:
        attrs.resolve_types(cls, include_extras=True)
        for each in attrs.fields(cls):
            object.__setattr__(each, "type", _annotated(each.type))  # as attrs itself does
        declared: _Declared | None = cls.__dict__.get("__declared__")
        if declared is not None:
            declared.fields = tuple([Field(each.name, each.type, each.default) for each in attrs.fields(cls)])
