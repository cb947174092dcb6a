"""What the fields of a class are marked with beside their concept (`filingexport.model.meaning`)."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeVar, get_args

from filingexport.declaring import fields
from filingexport.model.meaning import Mark

M = TypeVar("M")
_MARKS: Final = get_args(Mark)


@cache
def marks(cls: type) -> dict[str, tuple[Mark, ...]]:
    """The marks of this class's fields, by attribute."""
    found = {}
    for attribute in fields(cls):
        metadata = getattr(attribute.type, "__metadata__", ())
        if said := tuple(each for each in metadata if isinstance(each, _MARKS)):
            found[attribute.name] = said
    return found


@cache
def mark(cls: type, attribute: str, kind: type[M]) -> M | None:
    """The mark of this kind on a field, or None."""
    return next((each for each in marks(cls).get(attribute, ()) if isinstance(each, kind)), None)
