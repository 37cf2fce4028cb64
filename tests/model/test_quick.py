"""Values that are made quickly are the same values."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.model.quick import changed, quick
from gongkai.views.parts import Fact, Link, Row


@dataclass(frozen=True, slots=True)
class Plain:
    """As dataclasses make it."""

    name: str
    count: int = 3
    marks: dict[str, int] = field(default_factory=dict)


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made quickly."""

    name: str
    count: int = 3
    marks: dict[str, int] = field(default_factory=dict)


@quick
@dataclass(frozen=True, slots=True)
class Checked:
    """One that looks at what it was given."""

    count: int

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(self.count)


def test_a_quick_value_has_the_fields_of_a_plain_one() -> None:
    for made in (Quick("a"), Quick("a", 3), Quick(name="a", marks={}), Quick("a", count=3)):
        plain = Plain("a")
        assert [getattr(made, f.name) for f in fields(made)] == [
            getattr(plain, f.name) for f in fields(plain)
        ]
        assert type(made) is Quick
        assert made == Quick("a")
    assert Quick("a", 4) != Quick("a")
    assert repr(Quick("a")) == repr(Plain("a")).replace("Plain", "Quick")
    assert Quick("a").marks is not Quick("a").marks, "a factory is asked each time"


def test_its_arguments_are_those_of_the_dataclass() -> None:
    plain, made = inspect.signature(Plain), inspect.signature(Quick)
    assert list(plain.parameters) == list(made.parameters)
    with pytest.raises(TypeError, match="name"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other"):
        Quick("a", other=1)  # type: ignore[call-arg]


def test_it_is_frozen() -> None:
    made = Quick("a")
    with pytest.raises(FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.name  # type: ignore[misc]
    assert not hasattr(made, "__dict__")


def test_it_is_copied_replaced_pickled_and_hashed() -> None:
    link = Link("甲", "/a/")
    assert replace(link, path="/b/") == Link("甲", "/b/")
    assert copy.copy(link) == link
    again = pickle.loads(pickle.dumps(link))
    assert again == link
    assert type(again) is Link
    assert hash(link) == hash(Link("甲", "/a/"))
    assert len({link, Link("甲", "/a/"), Link("乙", "/a/")}) == 2


def test_what_a_class_looks_at_by_itself_is_looked_at() -> None:
    assert Checked(1).count == 1
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


@pytest.mark.parametrize("cls", [Item, Fact, Row, Link, Moment])
def test_the_values_of_a_build_are_made_so(cls: type) -> None:
    assert "_open" in cls.__init__.__globals__


def test_what_it_cannot_do_is_refused() -> None:
    class Below(Plain):
        """A class with a base."""

    @dataclass(frozen=True)
    class Loose:
        """A class without slots."""

        name: str

    for cls in (Below, Loose):
        with pytest.raises(TypeError, match="no plain frozen dataclass"):
            quick(cls)


def test_a_changed_value_is_a_replaced_one() -> None:
    row = Row("1", "甲", "/info/1/", "2026-05-03", column=Link("栏目", "/a/"))
    assert changed(row, title="乙") == replace(row, title="乙")
    assert changed(row) == row
    with pytest.raises(KeyError, match="other"):
        changed(row, other=1)
