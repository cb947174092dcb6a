"""Objects of frozen classes made without their checks, of values that have been checked already.

A reader makes tens of thousands of objects. The constructor of a frozen attrs class sets each field through
``object.__setattr__`` and checks it again, which takes several times as long as all else about the object. Here a twin of
the class, with the same fields but not frozen, is filled by plain assignments, and then becomes an object of the class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final, TypeVar

import attrs

from filingexport.declaring import NOTHING, fields, is_plain

T = TypeVar("T")


def unchecked(cls: type[T]) -> Callable[..., T]:
    """A function that takes what the constructor of this class takes, but converts and checks nothing.

    cls: a frozen attrs class with slots. One that adds both fields and a slot for weak references (``weakref_slot``)
    has no twin; TypeError is then raised.
    """
    known = _made.get(cls)
    if known is None:
        known = _made[cls] = _compiled(cls)
    return known


_made: Final[dict[type, Callable[..., Any]]] = {}
_asked: Final[Counter[type]] = Counter()
_OFTEN: Final = 3


def constructor(cls: type[T], many: bool) -> Callable[..., T]:
    """The class itself, or the quick way to make its objects, where that is worth compiling and nothing is to be checked.

    many: whether many objects will be made now. It is also worth it for a class that is asked for again and again.
    """
    _asked[cls] += 1
    worth = many or _asked[cls] >= _OFTEN
    return unchecked(cls) if worth and _has_twin(cls) and not _has_checks(cls) else cls


def _compiled(cls: type[Any]) -> Callable[..., Any]:
    if not _has_twin(cls):
        raise TypeError(f"{cls.__name__} has a slot for weak references beside its fields")
    names: dict[str, Any] = {
        "new": object.__new__,
        "become": object.__setattr__,
        "cls": cls,
        # Both must be those of `object`, or assignments would go the long way through the type.
        "twin": type(
            cls.__name__,
            cls.__bases__,
            {
                "__slots__": _slots(cls),
                "__setattr__": object.__setattr__,
                "__delattr__": object.__delattr__,
            },
        ),
    }
    given: list[str] = []
    defaulted: list[str] = []
    lines = []
    for field in fields(cls):
        if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            raise TypeError(f"{cls.__name__}.{field.name} has a default that is made anew each time")
        if field.default is NOTHING:
            given.append(field.name)
        else:
            names[f"default_{field.name}"] = field.default
            defaulted.append(f"{field.name}=default_{field.name}")
        lines.append(f"    made.{field.name} = {field.name}\n")
    source = (
        f"def make({', '.join((*given, *defaulted))}):\n"
        "    made = new(twin)\n"
        f"{''.join(lines)}"
        '    become(made, "__class__", cls)\n'
        "    return made\n"
    )
    exec(source, names)  # noqa: S102 - of names of fields only; attrs makes constructors in the same way
    made: Callable[..., Any] = names["make"]
    return made


def _slots(cls: type) -> tuple[str, ...]:
    return tuple(cls.__dict__.get("__slots__", ()))


def _has_twin(cls: type) -> bool:
    slots = _slots(cls)
    return "__weakref__" not in slots or len(slots) == 1


def _has_checks(cls: type[Any]) -> bool:
    if is_plain(cls):
        return False
    return hasattr(cls, "__attrs_post_init__") or any(
        field.validator is not None or field.converter is not None or not field.init for field in attrs.fields(cls)
    )
