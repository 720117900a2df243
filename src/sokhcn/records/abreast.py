"""A block of lines taken abreast: where all are new and sound they become rows column by column, several times faster
than one by one; where a single one is not, none is taken, and they go one by one to be told what is wrong."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sokhcn.kernel.columns import MASK
from sokhcn.records.blank import put_all, rows_of, usual
from sokhcn.records.filling import Filled, Filling
from sokhcn.records.judging import judge_of
from sokhcn.records.kept import Kept
from sokhcn.records.meeting import Key, met
from sokhcn.records.parting import Owned, names_of
from sokhcn.records.registering import Part
from sokhcn.records.snapshots import own_fields

Columns = dict[str, Sequence[Any]]
MayWrite = Callable[[Kept], bool]


class OneByOne(Exception):
    """Some line is not like the others, and is to be looked at by itself."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of some lines, in their order, with their keys; ``written`` are those that are new or changed.

    ``told`` is what they hold where all of them are new."""

    rows: Sequence[Kept]
    keys: Sequence[Key]
    written: Sequence[Kept]
    told: Columns | None


@dataclass(frozen=True, slots=True)
class Sound:
    """Lines that are all new and sound, with parts that are new as well: what they hold, column by column."""

    count: int
    own: Columns
    parts: Mapping[str, Columns]


class Abreast:
    """Takes lines for ``filling``; ``may_write`` says of a row whether it is in reach of whoever brings it."""

    def __init__(self, filling: Filling, may_write: MayWrite) -> None:
        self.filling, self.register, self.may_write = filling, filling.register, may_write
        self._own = {part.field: names_of(self.register, part) for part in self.register.parts}
        self.is_able = self._is_able()
        self.sound: Sound | None = None  # what was taken last, where that can be made again
        self._brings = False  # whether lines name papers that come with them: these are found anew, and written first

    def take(self, columns: Mapping[str, Sequence[Any]], wheres: Sequence[str]) -> list[Filled] | None:
        """A new row for each line, whose parts are written; None where the lines must go one by one.

        ``columns`` are the values as they were read, by the names of the columns.
        """
        self.sound, self._brings = None, False
        if not self.is_able or not wheres:
            return None
        try:
            rows, parts, seen = self._taken(columns, len(wheres))
        except OneByOne:
            return None
        self.filling.pen.save_many(parts)
        for keys in seen:
            self.filling.seen.update((key, where) for key, where in zip(keys, wheres, strict=True) if key is not None)
        return [Filled(where, row, True, []) for where, row in zip(wheres, rows, strict=True)]

    def again(self, sound: Sound, wheres: Sequence[str]) -> list[Filled]:
        """The rows of lines that were taken before and looked at then, whose parts are written."""
        told, parts = dict(sound.own), list[Kept]()
        for part in self.register.parts:
            if (own := sound.parts.get(part.field)) is not None:
                told[part.field], _ = _made(part.model, own, sound.count)
                parts += told[part.field]
        rows, _ = _made(self.register.model, told, sound.count)
        self.filling.pen.save_many(parts)
        return [Filled(where, row, True, []) for where, row in zip(wheres, rows, strict=True)]

    def _is_able(self) -> bool:
        """Whether rows of this register can be alike at all, and lines do not lean on each other."""
        models = (self.register.model, *(part.model for part in self.register.parts))
        leans = self.register.apart or self.register.as_of or self.filling.refers_to_itself
        coded = any(own == "code" for names in self._own.values() for _, own in names)
        return not leans and not coded and all(usual(model) is not None for model in models)

    def _taken(
        self, columns: Mapping[str, Sequence[Any]], count: int
    ) -> tuple[list[Kept], list[Kept], list[Sequence[Key | None]]]:
        told = self._resolved(columns, count)
        parts = {part.field: made for part in self.register.parts if (made := self._part(part, told, count))}
        own = dict(told)
        told |= {name: made.rows for name, made in parts.items()}
        keys = self._keys(told, parts, count)
        rows, held = _made(self.register.model, told, count)
        seen: list[Sequence[Key | None]] = [keys, *self._unique(rows, held)]
        self._must_be_sound(rows, held)
        if not self._brings and all(made.told is not None for made in parts.values()):
            self.sound = Sound(count, own, {name: made.told for name, made in parts.items() if made.told is not None})
        return rows, [row for made in parts.values() for row in made.written], seen

    def _resolved(self, columns: Mapping[str, Sequence[Any]], count: int) -> Columns:
        """The values with references found, and what stands in for those that are not told."""
        filling, told = self.filling, dict[str, Sequence[Any]]()
        for name, values in columns.items():
            if name in filling.personal and MASK in values:
                raise OneByOne
            if name in filling.lists:
                if any(values):
                    raise OneByOne
                continue
            told[name] = self._found(filling.named[name], values) if name in filling.named else values
        for name, default in filling.defaults.items():
            values = told.get(name, ())
            told[name] = [default if v is None or (type(v) is str and not v) else v for v in values] or [
                default
            ] * count
        return told

    def _found(self, refers: str, values: Sequence[Any]) -> Sequence[Any]:
        known: dict[Any, Any] = {}
        for text in dict.fromkeys(values):
            known[text] = self.filling.references.sure(refers, text) if text else None
            if text and known[text] is None:
                raise OneByOne
        self._brings |= any(row is not None and row.pk is None for row in known.values())
        return [*map(known.__getitem__, values)]

    # --- parts ------------------------------------------------------------------------------------------------------

    def _part(self, part: Part, told: Columns, count: int) -> _Parts | None:
        """The part of each line, taken out of ``told``; None where no column tells of it."""
        own = {field: told.pop(name) for name, field in self._own[part.field] if name in told}
        if not own:
            return None
        if not any(map(all, own.values())):  # some line may tell of no part
            raise OneByOne
        for name in part.key:
            own.setdefault(name, told.get(name, [None] * count))
        keys = [*zip(*(_identities(own[name]) for name in part.key), strict=True)]
        if len(set(keys)) < count:
            raise OneByOne
        old = met(part.model, part.key, keys)
        at = {key: place for place, key in enumerate(keys)} if old else {}
        changed = [row for key, row in old.items() if self._is_changed(part, row, key, _line(own, at[key]))]
        new = [place for place, key in enumerate(keys) if key not in old]
        rows, held = _made(
            part.model, {name: [values[place] for place in new] for name, values in own.items()}, len(new)
        )
        if not judge_of(part.model).is_sound(rows, held):
            raise OneByOne
        both = {**old, **dict(zip((keys[place] for place in new), rows, strict=True))}
        return _Parts([both[key] for key in keys], keys, [*rows, *changed], None if old else own)

    def _is_changed(self, part: Part, row: Kept, key: Key, told: Mapping[str, Any]) -> bool:
        """Put what is told onto a part that is there already, and say whether that changes it."""
        owned = Owned(row, key, own_fields(row))
        put_all(row, told)
        if judge_of(part.model).faults(row, ""):
            raise OneByOne
        return owned.is_changed

    # --- what may not be there twice --------------------------------------------------------------------------------

    def _keys(self, told: Columns, parts: Mapping[str, _Parts], count: int) -> Sequence[Key]:
        """The keys of the lines, none of which is there already."""
        usual_of = self.filling.usual
        stored = [_keys_of(told.get(name) or [usual_of[name]] * count) for name in self.register.key]
        seen = [
            parts[name].keys if name in parts else values
            for name, values in zip(self.register.key, stored, strict=True)
        ]
        keys = [*zip(*seen, strict=True)]
        self._must_be_new(keys)
        there = [key for key in zip(*stored, strict=True) if not any(isinstance(one, Kept) for one in key)]
        if there and met(self.register.model, self.register.key, there):
            raise OneByOne
        return keys

    def _unique(self, rows: Sequence[Kept], held: Columns) -> Iterable[Sequence[Key | None]]:
        for unique in self.filling.uniques:
            keys = unique.keys(rows, held)
            asked = {key for key in keys if key is not None}
            named = [(unique.constraint.name, key) if key is not None else None for key in keys]
            self._must_be_new([key for key in named if key is not None])
            if unique.taken(asked):
                raise OneByOne
            yield named

    def _must_be_new(self, keys: Sequence[Key]) -> None:
        if len(set(keys)) < len(keys) or any(key in self.filling.seen for key in keys):
            raise OneByOne

    def _must_be_sound(self, rows: Sequence[Kept], held: Columns) -> None:
        examine = self.register.examine
        if not judge_of(self.register.model).is_sound(rows, held) or not all(map(self.may_write, rows)):
            raise OneByOne
        if examine is not None and any(True for row in rows for _ in examine(row, {}, "")):
            raise OneByOne


def _made(model: type[Kept], told: Columns, count: int) -> tuple[list[Any], Columns]:
    """New rows of ``model``, and all they hold, column by column."""
    made = rows_of(model, told, count)
    if made is None:
        raise OneByOne
    return made


def _line(columns: Columns, at: int) -> dict[str, Any]:
    return {name: values[at] for name, values in columns.items()}


def _identities(values: Sequence[Any]) -> Sequence[Any]:
    """What values are in a key, all of which the database can have."""
    told = _keys_of(values)
    if any(isinstance(value, Kept) for value in told):
        raise OneByOne
    return told


def _keys_of(values: Sequence[Any]) -> Sequence[Any]:
    """What values are in a key: a row stands by its own, or for itself while it has none."""
    if not any(issubclass(kind, Kept) for kind in set(map(type, values))):
        return values
    return [value if not isinstance(value, Kept) or value.pk is None else value.pk for value in values]
