"""Read Glosswright's articles and annotations in Python.

One file, the standard library alone, Python 3.9 or newer: copy it beside your code. It reads

* a **dataset** (`glosswright export … --format glosswright`), version 1 to 3,
* the same **one article a line** (`--format glosswright-jsonl`),
* a **workspace folder** itself, without exporting it.

>>> dataset = load("dataset.json")
>>> dataset
<Dataset “Ferries and truces”: 2 articles, 8 annotations, 6 actors>
>>> for article in dataset.articles:
...     for act in article.acts("commitment"):
...         print(act.names("committer"), act.quote)
['Norland'] would … run two night ferries by June

Offsets count Unicode code points from 0, half-open, just as Python's strings do, so for every annotation and each of its
spans `article.text[span.start:span.end] == span.text`. `check` proves it.

**A workspace read here is what the exporter would write**: articles by id, annotations in reading order, each field as the
first annotator (by name) who corrected it has it, the actor registry of all annotators together with merges followed, an
article left out when all who worked on it have gone on to a newer version of its text. Three things differ:

* Cleaning rules (`annotators/<name>/cleaning.json`) are not applied: `boilerplate` is what was found at import, and what
  annotators said of single ranges. Export the workspace where you need the rules.
* The exporter stops at the first thing that does not hold. `load` stops only at files that it cannot make sense of; hashes,
  slices and pointers are for `check` to look at.
* There is no main text (`--text main`) of a workspace; a dataset that was exported so is read as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Union

__all__ = [
    "Act", "Actor", "Annotation", "Article", "Boilerplate", "Dataset", "Filler", "GlosswrightError", "Header", "Link",
    "Origin", "Span", "SpacyExample", "check", "check_article", "iter_articles", "load", "read_header", "to_spacy",
    "to_tuples",
]

PathLike = Union[str, "os.PathLike[str]"]
Json = dict[str, Any]


class GlosswrightError(ValueError):
    """Something cannot be read; the message is a sentence for a person."""


# ---------------------------------------------------------------------------------------------------------------- model


@dataclass(frozen=True)
class Span:
    """A run of text: `text` is what stands from `start` to `end`, the end excluded, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Boilerplate:
    """A range that stands on the article's page and is no part of the article."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True)
class Link:
    """A tie to another annotation of the same annotator in the same article; `to` is its id."""

    kind: str
    to: str


@dataclass(frozen=True)
class Origin:
    """How an annotation came to be: `manual`, `rule`, `propagated`, `imported` or `adjudicated`, and by what."""

    kind: str
    by: str | None


@dataclass(frozen=True)
class Actor:
    """Somebody who acts, as the registry knows them."""

    id: str
    name: str
    aliases: tuple[str, ...]
    type: str | None
    country: str | None
    external_ids: Mapping[str, str] = field(hash=False)
    members: tuple[str, ...]
    merged_into: str | None
    note: str
    created: str
    updated: str


@dataclass(frozen=True)
class Annotation:
    """A mark. `start`, `end` and `text` are its whole extent; `spans` are the words that it really covers.

    `roles` are as in the file (`{"committer": [{"mention": "m2"}]}`); `Article.acts` has them resolved.
    """

    id: str
    label: str
    start: int
    end: int
    text: str
    fragments: tuple[Span, ...]
    attributes: Mapping[str, str] = field(hash=False)
    roles: Mapping[str, Sequence[Mapping[str, str]]] = field(hash=False)
    actor: str | None
    links: tuple[Link, ...]
    note: str | None
    certainty: str
    annotator: str
    origin: Origin
    created: str
    updated: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """The fragments of a mark in several pieces, else the one span.

        >>> mark = load("dataset.json").articles[0].annotation("m3")
        >>> [span.text for span in mark.spans]
        ['would', 'run two night ferries by June']
        """
        return self.fragments or (Span(self.start, self.end, self.text),)

    @property
    def quote(self) -> str:
        """The words that it covers, with “ … ” between its pieces."""
        return " … ".join(span.text for span in self.spans)

    @property
    def is_unsure(self) -> bool:
        return self.certainty == "unsure"


@dataclass(frozen=True)
class Filler:
    """Who fills a role: a `mention` in the text, an `actor` of the registry (whom the mention means, or named at once,
    merges followed), or the `constant` “author” or “unknown”. What does not hold is None."""

    mention: Annotation | None
    actor: Actor | None
    constant: str | None

    @property
    def name(self) -> str:
        """The registry's name, else the words of the text, else the constant."""
        if self.actor:
            return self.actor.name
        return self.mention.quote if self.mention else self.constant or ""


@dataclass(frozen=True)
class Act:
    """An annotation that has roles, a commitment or an accusation, with all that it points to at hand.

    >>> act = load("dataset.json").articles[0].acts("accusation")[0]
    >>> act.quote
    'accused Vesteria of blocking the strait'
    >>> act.names("accuser"), act.names("accused"), act.names("victim")
    (['Ada Quill'], ['Vesteria'], [])
    >>> act.roles["accused"][0].actor.external_ids
    {'wikidata': 'Q0'}
    """

    annotation: Annotation
    #: Every role that the scheme has for the label is there, perhaps with nobody in it.
    roles: Mapping[str, list[Filler]] = field(hash=False)
    #: What was said, and where nothing was, the scheme's default.
    attributes: Mapping[str, str] = field(hash=False)
    #: The kind of link and the annotation it leads to.
    links: tuple[tuple[str, Annotation], ...]

    @property
    def id(self) -> str:
        return self.annotation.id

    @property
    def label(self) -> str:
        return self.annotation.label

    @property
    def start(self) -> int:
        return self.annotation.start

    @property
    def end(self) -> int:
        return self.annotation.end

    @property
    def text(self) -> str:
        return self.annotation.text

    @property
    def quote(self) -> str:
        return self.annotation.quote

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.annotation.spans

    @property
    def note(self) -> str | None:
        return self.annotation.note

    @property
    def certainty(self) -> str:
        return self.annotation.certainty

    @property
    def is_unsure(self) -> bool:
        return self.annotation.is_unsure

    @property
    def annotator(self) -> str:
        return self.annotation.annotator

    def names(self, role: str) -> list[str]:
        """What those who fill a role are called."""
        return [filler.name for filler in self.roles.get(role, [])]


@dataclass(frozen=True)
class Header:
    """All of a dataset but its articles."""

    tool: str
    workspace_id: str
    workspace_name: str
    #: As in the file: `scheme["labels"]`, `scheme["roles"]`, …
    scheme: Mapping[str, Any] = field(hash=False)
    #: By id, merged ones included; `actor` follows the merges.
    actors: Mapping[str, Actor] = field(hash=False)

    def actor(self, id: str) -> Actor:
        """The actor that an id means, merges followed. Raises KeyError for an id that nobody has.

        >>> load("dataset.json").actor("norland-govt").name
        'Norland'
        """
        actor, seen = self.actors[id], {id}
        following = actor.merged_into
        while following is not None and following in self.actors and following not in seen:
            seen.add(following)
            actor = self.actors[following]
            following = actor.merged_into
        return actor

    def said_of(self, part: str, label: str) -> list[Json]:
        """The items of a part of the scheme (`roles`, `attributes`, `links`) that annotations with a label can have."""
        return [item for item in self.scheme.get(part, ()) if label in item.get("on", ())]


@dataclass(frozen=True)
class Article:
    """An article with the annotations of everybody, in reading order. Metadata that is not known is None."""

    id: str
    title: str
    byline: str | None
    source: str | None
    publisher: str | None
    published: str | None
    dateline: str | None
    language: str | None
    url: str | None
    text: str = field(repr=False)
    sha256: str = field(repr=False)
    status: str
    boilerplate: tuple[Boilerplate, ...] = field(repr=False)
    annotations: tuple[Annotation, ...] = field(repr=False)
    #: Both only where `text` is the main text alone: where its pieces stand in the full one, and that one's hash.
    offset_map: tuple[tuple[int, int, int], ...] = field(repr=False)
    full_sha256: str | None = field(repr=False)
    header: Header = field(repr=False, compare=False)

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], Annotation]:
        return {(one.annotator, one.id): one for one in self.annotations}

    @property
    def annotators(self) -> list[str]:
        """Whose annotations there are, sorted."""
        return sorted({one.annotator for one in self.annotations})

    def annotation(self, id: str, annotator: str | None = None) -> Annotation:
        """By its id, which is its own among those of one annotator. Raises KeyError where there is none."""
        for one in self.annotations:
            if one.id == id and annotator in (None, one.annotator):
                return one
        raise KeyError(id)

    def labelled(self, *labels: str) -> list[Annotation]:
        """The annotations with one of these labels."""
        return [one for one in self.annotations if one.label in labels]

    def acts(self, *labels: str) -> list[Act]:
        """The annotations that have roles, resolved; those with one of `labels`, or all."""
        return [
            self.act(one)
            for one in self.annotations
            if (one.label in labels or not labels) and self.header.said_of("roles", one.label)
        ]

    def act(self, annotation: Annotation) -> Act:
        """One annotation of this article with all that it points to."""
        header, label = self.header, annotation.label
        defaults = {item["id"]: item["values"][0] for item in header.said_of("attributes", label)}
        roles: dict[str, list[Filler]] = {item["id"]: [] for item in header.said_of("roles", label)}
        for role, fillers in annotation.roles.items():
            roles[role] = [self._filler(annotation.annotator, filler) for filler in fillers]
        ends = [(link.kind, self._by_key.get((annotation.annotator, link.to))) for link in annotation.links]
        links = tuple((kind, end) for kind, end in ends if end)
        return Act(annotation, roles, {**defaults, **annotation.attributes}, links)

    def actor_of(self, annotation: Annotation) -> Actor | None:
        """Whom a mention means, merges followed; None where nobody has said."""
        return self._actor(annotation.actor)

    def in_full_text(self, offset: int) -> int:
        """Where a character of a main text stands in the full one; itself where the text is the full one."""
        for start, full, _ in reversed(self.offset_map):
            if start <= offset:
                return full + offset - start
        return offset

    def _actor(self, id: str | None) -> Actor | None:
        return self.header.actor(id) if id in self.header.actors and id is not None else None

    def _filler(self, annotator: str, filler: Mapping[str, str]) -> Filler:
        if "mention" in filler:
            mention = self._by_key.get((annotator, filler["mention"]))
            return Filler(mention, self.actor_of(mention) if mention else None, None)
        return Filler(None, self._actor(filler.get("actor")), filler.get("constant"))


@dataclass(frozen=True, repr=False)
class Dataset:
    """A whole workspace, or what was exported of one."""

    header: Header
    articles: tuple[Article, ...]

    @property
    def scheme(self) -> Mapping[str, Any]:
        return self.header.scheme

    @property
    def actors(self) -> Mapping[str, Actor]:
        return self.header.actors

    def actor(self, id: str) -> Actor:
        """The actor that an id means, merges followed. Raises KeyError for an id that nobody has."""
        return self.header.actor(id)

    def article(self, id: str) -> Article:
        """Raises KeyError where there is none."""
        for one in self.articles:
            if one.id == id:
                return one
        raise KeyError(id)

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __repr__(self) -> str:
        annotations = sum(len(article.annotations) for article in self.articles)
        return (
            f"<Dataset “{self.header.workspace_name}”: {len(self.articles)} articles, "
            f"{annotations} annotations, {len(self.actors)} actors>"
        )


# -------------------------------------------------------------------------------------------------------------- reading


def load(path: PathLike) -> Dataset:
    """All of a dataset (`.json`), a dataset of lines (`.jsonl`) or a workspace folder.

    Raises GlosswrightError for what is none of them, is damaged, or was written by a newer Glosswright.
    """
    source = _source(Path(path))
    return Dataset(source.header, tuple(source.articles()))


def iter_articles(path: PathLike) -> Iterator[Article]:
    """The articles one after the other. Of lines and of a workspace one is held at a time, whatever their number; a
    dataset in one JSON document is read as a whole.

    >>> [article.status for article in iter_articles("dataset.json")]
    ['done', 'in progress']
    """
    return iter(_source(Path(path)).articles())


def read_header(path: PathLike) -> Header:
    """All but the articles: the scheme, the actors, the workspace's name."""
    return _source(Path(path)).header


@dataclass(frozen=True)
class _Source:
    header: Header
    articles: Callable[[], Iterable[Article]]


_DATASET, _LINES = "glosswright/dataset", "glosswright/dataset-lines"
#: The newest version of each kind of file that this reader knows.
_NEWEST = {
    _DATASET: 3,
    _LINES: 1,
    "glosswright/workspace": 2,
    "glosswright/article": 2,
    "glosswright/annotations": 2,
    "glosswright/actors": 1,
}


def _source(path: Path) -> _Source:
    if path.is_dir():
        return _workspace(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            line = file.readline()
            whole = file.read() if '"' + _LINES + '"' not in line else ""
    except OSError as error:
        raise GlosswrightError(f"“{path}” could not be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise GlosswrightError(f"“{path}” is not UTF-8 text.") from None
    if whole or _format_of(line) != _LINES:
        return _document(line + whole, path)
    with _reading(f"{path}, line 1"):
        header = _header(_checked(_parsed(line, f"{path}, line 1"), _LINES, str(path)))
    return _Source(header, lambda: _lines(path, header))


def _format_of(text: str) -> Any:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return document.get("format") if isinstance(document, dict) else None


def _document(text: str, path: Path) -> _Source:
    document = _checked(_parsed(text, str(path)), _DATASET, str(path))
    with _reading(str(path)):
        header = _header(document)
        articles = [_article(one, header) for one in document["articles"]]
    return _Source(header, lambda: articles)


def _lines(path: Path, header: Header) -> Iterator[Article]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number == 1 or not line.strip():
                continue
            name = f"{path}, line {number}"
            with _reading(name):
                article = _article(_parsed(line.decode("utf-8"), name), header)
            yield article


def _parsed(text: str, name: str) -> Json:
    try:
        document = json.loads(text)
    except RecursionError:
        raise GlosswrightError(f"“{name}” is nested too deep.") from None
    except ValueError:
        raise GlosswrightError(f"“{name}” is not JSON, or only a part of it.") from None
    if not isinstance(document, dict):
        raise GlosswrightError(f"“{name}” is not a Glosswright file.")
    return document


def _checked(document: Json, format: str, name: str) -> Json:
    """The document, if it is of that format, in a version that is known, and counts as Python does."""
    if document.get("format") != format:
        raise GlosswrightError(f"“{name}” is not a file of the format {format}.")
    version = document.get("version")
    if not isinstance(version, int) or version < 1:
        raise GlosswrightError(f"“{name}” is damaged: its version number is missing.")
    if version > _NEWEST[format]:
        raise GlosswrightError(
            f"“{name}” has version {version} of {format}; this reader knows versions up to {_NEWEST[format]}. "
            "Please take a newer glosswright.py."
        )
    offsets = document.get("offsets", {"unit": "codepoint", "end": "exclusive"})
    if offsets != {"unit": "codepoint", "end": "exclusive"}:
        raise GlosswrightError(f"“{name}” counts its offsets in another way.")
    return document


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Makes what another shape trips over a sentence."""
    try:
        yield
    except KeyError as error:
        raise GlosswrightError(f"“{name}” is damaged: it lacks {error}.") from None
    except UnicodeDecodeError:
        raise GlosswrightError(f"“{name}” is damaged: it is not UTF-8 text.") from None
    except (TypeError, AttributeError, IndexError):
        raise GlosswrightError(f"“{name}” is damaged: something in it has another shape.") from None
    except OSError as error:
        raise GlosswrightError(f"“{name}” could not be read: {error.strerror}.") from None


def _header(document: Json) -> Header:
    actors = [_actor(one) for one in document["actors"]]
    return Header(
        tool=f"{document['tool']['name']} {document['tool']['version']}",
        workspace_id=document["workspace"]["id"],
        workspace_name=document["workspace"]["name"],
        scheme=document["scheme"],
        actors={actor.id: actor for actor in actors},
    )


def _actor(one: Json) -> Actor:
    """A dataset of version 1 has no more of an actor than an id."""
    return Actor(
        id=one["id"],
        name=one.get("name", one["id"]),
        aliases=tuple(one.get("aliases", ())),
        type=one.get("type"),
        country=one.get("country"),
        external_ids=one.get("externalIds", {}),
        members=tuple(one.get("members", ())),
        merged_into=one.get("mergedInto"),
        note=one.get("note", ""),
        created=one.get("created", ""),
        updated=one.get("updated", ""),
    )


_METADATA = ("title", "byline", "source", "publisher", "published", "dateline", "language", "url")


def _article(one: Json, header: Header) -> Article:
    return Article(
        id=one["id"],
        **{name: one[name] for name in _METADATA},
        text=one["text"],
        sha256=one["sha256"],
        status=one["status"],
        boilerplate=tuple(_boilerplate(part) for part in one["boilerplate"]),
        annotations=tuple(_annotation(annotation, annotation["annotator"]) for annotation in one["annotations"]),
        offset_map=tuple((start, full, length) for start, full, length in one.get("offsetMap", ())),
        full_sha256=one.get("fullSha256"),
        header=header,
    )


def _boilerplate(part: Json) -> Boilerplate:
    return Boilerplate(part["start"], part["end"], part["kind"], part["reason"])


def _span(one: Json) -> Span:
    start, end, text = one["start"], one["end"], one["text"]
    if type(start) is not int or type(end) is not int or not isinstance(text, str):
        raise TypeError
    return Span(start, end, text)


def _annotation(one: Json, annotator: str) -> Annotation:
    return Annotation(
        id=one["id"],
        label=one["label"],
        **vars(_span(one)),
        fragments=tuple(_span(part) for part in one.get("fragments", ())),
        attributes=one["attributes"],
        roles={role: fillers for role, fillers in one["roles"].items() if fillers},
        actor=one.get("actor"),
        links=tuple(Link(link["kind"], link["to"]) for link in one.get("links", ())),
        note=one.get("note"),
        certainty=one["certainty"],
        annotator=annotator,
        origin=Origin(one["origin"]["kind"], one["origin"].get("by")),
        created=one["created"],
        updated=one["updated"],
    )


# ------------------------------------------------------------------------------------------------------------ workspace

_ARTICLE_ID = re.compile(r"(?!.*\.\.)(?!.*\.sync-conflict-)[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]')


def _order(text: str) -> bytes:
    """As JavaScript sorts strings, so that what is read here comes in the exporter's order."""
    return text.encode("utf-16-be", "surrogatepass")


def _workspace(root: Path) -> _Source:
    if not (root / "glosswright.json").is_file():
        raise GlosswrightError(f"“{root}” is not a workspace: it has no glosswright.json.")
    manifest = _file(root / "glosswright.json", "glosswright/workspace")
    annotators = _annotators(root)
    actors = _registry(root, annotators)
    with _reading(str(root / "glosswright.json")):
        header = Header(
            tool="",
            workspace_id=manifest["id"],
            workspace_name=manifest["name"],
            scheme=manifest["scheme"],
            actors=actors,
        )
    return _Source(header, lambda: _workspace_articles(root, annotators, header))


def _file(path: Path, format: str) -> Json:
    with _reading(str(path)):
        text = path.read_bytes().decode("utf-8-sig")
    return _checked(_parsed(text, str(path)), format, str(path))


def _annotators(root: Path) -> list[str]:
    folder = root / "annotators"
    names = [entry.name for entry in folder.iterdir() if entry.is_dir()] if folder.is_dir() else []
    return sorted(filter(_is_annotator, names), key=_order)


def _is_annotator(name: str) -> bool:
    is_plain = unicodedata.normalize("NFC", name.strip()) == name and not _NO_NAME.search(name)
    return is_plain and not name.startswith(".") and not name.endswith(".")


def _workspace_articles(root: Path, annotators: Sequence[str], header: Header) -> Iterator[Article]:
    ids = sorted(path.stem for path in (root / "articles").glob("*.json") if _ARTICLE_ID.fullmatch(path.stem))
    known = set(ids)
    for id in ids:
        info = _info(root / "articles" / f"{id}.json")
        said = [(name, _said(root, name, info)) for name in annotators if _said_path(root, name, id).is_file()]
        if said and all(file.get("later") in known for _, file in said):
            continue  # Everybody has gone on to a newer version of this text.
        text_path = root / "articles" / f"{id}.txt"
        with _reading(str(text_path)):
            text = text_path.read_bytes().decode("utf-8")
        with _reading(str(root / "articles" / f"{id}.json")):
            article = _standing(info, text, said, header)
        yield article


def _info(path: Path) -> Json:
    info = _file(path, "glosswright/article")
    with _reading(str(path)):
        if info["id"] != path.stem or not isinstance(info["sha256"], str):
            raise GlosswrightError(f"“{path}” is the file of another article.")
    return info


def _said_path(root: Path, annotator: str, id: str) -> Path:
    return root / "annotators" / annotator / f"{id}.json"


def _said(root: Path, annotator: str, info: Json) -> Json:
    path = _said_path(root, annotator, info["id"])
    file = _file(path, "glosswright/annotations")
    with _reading(str(path)):
        if file["article"] != {"id": info["id"], "sha256": info["sha256"]}:
            raise GlosswrightError(f"“{path}” belongs to another article, or to another version of its text.")
    return file


def _standing(info: Json, text: str, said: Sequence[tuple[str, Json]], header: Header) -> Article:
    """An article with what annotators corrected, the word of the first by name before that of the others."""
    corrections = [file["corrections"] for _, file in said]
    metadata = {name: next((one[name] for one in corrections if name in one), info[name]) for name in _METADATA}
    choices = [choice for one in reversed(corrections) for choice in one.get("boilerplate", ())]
    annotations = [
        _annotation(_placed(one, file), annotator) for annotator, file in said for one in file["annotations"]
    ]
    return Article(
        id=info["id"],
        **metadata,
        text=text,
        sha256=info["sha256"],
        status=_status([file["status"] for _, file in said]),
        boilerplate=_after_choices([_boilerplate(part) for part in info["boilerplate"]], choices),
        annotations=tuple(sorted(annotations, key=lambda one: (one.start, -one.end, _order(one.id)))),
        offset_map=(),
        full_sha256=None,
        header=header,
    )


def _status(statuses: Sequence[str]) -> str:
    if all(status == "new" for status in statuses):
        return "new"
    return "done" if all(status == "done" for status in statuses) else "in progress"


def _placed(one: Json, file: Json) -> Json:
    """In a newer version of a text, what an annotation points to may wait to be placed: that is left out."""
    if file.get("earlier") is None:
        return one
    there = {other["id"] for other in file["annotations"]}
    roles = {
        role: [filler for filler in fillers if "mention" not in filler or filler["mention"] in there]
        for role, fillers in one["roles"].items()
    }
    return {**one, "roles": roles, "links": [link for link in one.get("links", ()) if link["to"] in there]}


def _after_choices(parts: list[Boilerplate], choices: Iterable[Json]) -> tuple[Boilerplate, ...]:
    """What annotators said of ranges, one after the other; a kind of None means that it belongs to the article."""
    for choice in choices:
        start, end, kind = choice["start"], choice["end"], choice["kind"]
        pieces = [
            piece
            for part in parts
            for piece in (replace(part, end=min(part.end, start)), replace(part, start=max(part.start, end)))
            if piece.start < piece.end
        ]
        added = [] if kind is None else [Boilerplate(start, end, kind, "marked by hand")]
        parts = sorted(pieces + added, key=lambda part: part.start) if added else pieces
    return tuple(parts)


# The registry is a function of all annotators' parts: lists add up; of a single field holds what was settled last, else
# what was said last.

_SINGLE = ("name", "type", "country", "note", "mergedInto")
_SAID = (*_SINGLE, "id", "aliases", "externalIds", "members", "settled", "created", "updated")


def _registry(root: Path, annotators: Sequence[str]) -> Mapping[str, Actor]:
    versions: dict[str, list[Json]] = {}
    for annotator in annotators:
        path = root / "annotators" / annotator / "actors.json"
        if path.is_file():
            with _reading(str(path)):
                for one in _file(path, "glosswright/actors")["actors"]:
                    versions.setdefault(one["id"], []).append({name: one[name] for name in _SAID})
    actors = {id: _shown(all_said) for id, all_said in versions.items()}
    for id in _mentioned(root, annotators):
        # Whom annotations mean though nobody registers them any more is called by the id.
        long_ago = "1970-01-01T00:00:00.000Z"
        actors.setdefault(id, _actor({"id": id, "created": long_ago, "updated": long_ago}))
    return {id: _whole(actors[id], actors) for id in sorted(actors, key=_order)}


def _value(one: Json, name: str) -> Any:
    """What one annotator says of a field; None where nothing."""
    value = one["externalIds"].get(name[12:]) if name.startswith("externalIds.") else one[name]
    return value if value is not None and value.strip() else None


def _shown_value(versions: Sequence[Json], name: str) -> Any:
    saying = [one for one in versions if _value(one, name) is not None or name in one["settled"]]
    # `max` keeps the first of equals, who is the first annotator by name.
    last = max(saying, key=lambda one: (one["settled"].get(name, ""), one["updated"]), default=None)
    return _value(last, name) if last else None


def _shown(versions: Sequence[Json]) -> Actor:
    single = {name: _shown_value(versions, name) for name in _SINGLE}
    name = single["name"] or versions[0]["id"]
    called = {words for one in versions for words in (one["name"], *one["aliases"])}
    authorities = sorted({authority for one in versions for authority in one["externalIds"]}, key=_order)
    ids = {authority: _shown_value(versions, f"externalIds.{authority}") for authority in authorities}
    return Actor(
        id=versions[0]["id"],
        name=name,
        aliases=tuple(sorted((words for words in called if words != name and words.strip()), key=_order)),
        type=single["type"],
        country=single["country"],
        external_ids={authority: value for authority, value in ids.items() if value is not None},
        members=tuple(sorted({member for one in versions for member in one["members"]}, key=_order)),
        merged_into=single["mergedInto"],
        note=single["note"] or "",
        created=min(one["created"] for one in versions),
        updated=max(one["updated"] for one in versions),
    )


def _whole(actor: Actor, actors: Mapping[str, Actor]) -> Actor:
    """An actor that says at once whom it turned out to be, and whose members are all there."""
    meant = _meant(actor.id, actors)
    members = tuple(member for member in actor.members if member in actors)
    return replace(actor, merged_into=None if meant == actor.id else meant, members=members)


def _meant(id: str, actors: Mapping[str, Actor]) -> str:
    """Where merges lead; of those that were merged in a circle the first by id stands for all."""
    way = [id]
    while True:
        following = actors[way[-1]].merged_into
        if following is None or following not in actors:
            return way[-1]
        if following in way:
            return min(way[way.index(following) :], key=_order)
        way.append(following)


_POINTER = re.compile(r'"actor":\s*("(?:[^"\\]|\\.)+")')


def _mentioned(root: Path, annotators: Sequence[str]) -> set[str]:
    """Ids of the actors that annotations point to, found without parsing them: in a string the quotes are escaped."""
    found: set[str] = set()
    for annotator in annotators:
        for path in (root / "annotators" / annotator).glob("*.json"):
            with _reading(str(path)):
                found.update(json.loads(id) for id in _POINTER.findall(path.read_bytes().decode("utf-8-sig")))
    return found


# --------------------------------------------------------------------------------------------------------------- checks


def check(source: Dataset | PathLike) -> list[str]:
    """What does not hold, a sentence each; nothing in the list means that every hash, slice and pointer does.

    >>> check("dataset.json")
    []
    """
    articles = source.articles if isinstance(source, Dataset) else iter_articles(source)
    return [problem for article in articles for problem in check_article(article)]


def check_article(article: Article) -> Iterator[str]:
    """The same of one article."""
    if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.sha256:
        yield f"The text of “{article.id}” has another hash than “{article.sha256}”."
    for part in article.boilerplate:
        if not 0 <= part.start <= part.end <= len(article.text):
            yield f"Boilerplate of “{article.id}” lies outside its text."
    seen: set[tuple[str, str]] = set()
    for annotation in article.annotations:
        key = (annotation.annotator, annotation.id)
        faults = [*_span_faults(annotation, article.text), *_pointer_faults(annotation, article)]
        for fault in faults + (["has an id that another one has"] if key in seen else []):
            yield f"The annotation “{annotation.id}” of {annotation.annotator} in “{article.id}” {fault}."
        seen.add(key)


def _span_faults(annotation: Annotation, text: str) -> Iterator[str]:
    for span in (Span(annotation.start, annotation.end, annotation.text), *annotation.fragments):
        if not 0 <= span.start < span.end <= len(text):
            yield f"covers nothing, or lies outside the text ({span.start} to {span.end})"
        elif text[span.start : span.end] != span.text:
            there = text[span.start : span.end]
            yield f"says “{_short(span.text)}”, but from {span.start} to {span.end} stands “{_short(there)}”"
    parts = annotation.fragments
    if parts:
        is_sorted = all(before.end <= part.start for before, part in zip(parts, parts[1:]))
        if len(parts) < 2 or not is_sorted or (parts[0].start, parts[-1].end) != (annotation.start, annotation.end):
            yield "has parts that overlap, are out of order or do not reach its ends"


def _pointer_faults(annotation: Annotation, article: Article) -> Iterator[str]:
    fillers = [filler for some in annotation.roles.values() for filler in some]
    mentions = [filler["mention"] for filler in fillers if "mention" in filler] + [link.to for link in annotation.links]
    actors = [filler["actor"] for filler in fillers if "actor" in filler]
    for id in mentions:
        if (annotation.annotator, id) not in article._by_key:
            yield f"points to the annotation “{id}”, which is not there"
    for id in actors + ([annotation.actor] if annotation.actor is not None else []):
        if id not in article.header.actors:
            yield f"points to the actor “{id}”, who is not there"


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"


# ------------------------------------------------------------------------------------------------------- for other tools


def to_tuples(
    article: Article, labels: Iterable[str] | None = None, annotator: str | None = None
) -> list[tuple[int, int, str, str]]:
    """(start, end, label, words) of every span, one for each piece of a mark, in reading order.

    >>> to_tuples(load("dataset.json").articles[1])
    [(45, 55, 'actor', 'The League')]
    """
    return [(span.start, span.end, one.label, span.text) for one, span in _chosen(article, labels, annotator)]


class SpacyExample(tuple[str, dict[str, Any]]):
    """A pair `(text, annotations)`; `left_out` names the annotations and spans that the entities had no room for."""

    left_out: tuple[tuple[Annotation, Span], ...]


def to_spacy(article: Article, labels: Iterable[str] | None = None, annotator: str | None = None) -> SpacyExample:
    """The article as spaCy's training takes it: the text, and offsets in it.

    `entities` may not overlap: of spans that do, the longest stays, and of equal ones the first; the others are in
    `left_out`. `spans["sc"]`, for span categorisers, holds them all. Each piece of a mark is a span of its own. Where
    several annotators have marked the same article, name one.

    >>> example = to_spacy(load("dataset.json").articles[0], labels=["actor", "accusation"])
    >>> text, annotations = example
    >>> annotations["entities"]
    [(45, 73, 'actor'), (94, 101, 'actor'), (161, 200, 'accusation'), (203, 211, 'actor'), (212, 229, 'accusation')]
    >>> [(annotation.id, span.text) for annotation, span in example.left_out]
    [('m4', 'Vesteria')]
    """
    chosen = _chosen(article, labels, annotator)
    kept = _apart(span for _, span in chosen)
    entities: list[tuple[int, int, str]] = []
    left_out: list[tuple[Annotation, Span]] = []
    for annotation, span in chosen:
        if id(span) in kept:
            entities.append((span.start, span.end, annotation.label))
        else:
            left_out.append((annotation, span))
    spans = [(span.start, span.end, annotation.label) for annotation, span in chosen]
    example = SpacyExample((article.text, {"entities": entities, "spans": {"sc": spans}}))
    example.left_out = tuple(left_out)
    return example


def _chosen(
    article: Article, labels: Iterable[str] | None, annotator: str | None
) -> list[tuple[Annotation, Span]]:
    wanted = None if labels is None else set(labels)
    pairs = [
        (one, span)
        for one in article.annotations
        if (wanted is None or one.label in wanted) and annotator in (None, one.annotator)
        for span in one.spans
    ]
    return sorted(pairs, key=lambda pair: (pair[1].start, -pair[1].end))


def _apart(spans: Iterable[Span]) -> set[int]:
    """Which objects stay when the longest go first and each takes its characters."""
    taken: set[int] = set()
    kept: set[int] = set()
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.add(id(span))
    return kept


# --------------------------------------------------------------------------------------------------------- command line


def main(arguments: Sequence[str] | None = None) -> int:
    """`python glosswright.py dataset.json` prints what is in it; with `--check`, whether it holds."""
    parser = argparse.ArgumentParser(description="Says what a Glosswright dataset or workspace holds.")
    parser.add_argument("path", help="a dataset (.json, .jsonl) or a workspace folder")
    parser.add_argument("--check", action="store_true", help="verify every hash, slice and pointer")
    options = parser.parse_args(arguments)
    try:
        source = _source(Path(options.path))
        return _print_check(source) if options.check else _print_counts(source)
    except GlosswrightError as error:
        print(error, file=sys.stderr)
        return 1


def _print_check(source: _Source) -> int:
    problems = 0
    for article in source.articles():
        for problem in check_article(article):
            problems += 1
            print(problem, file=sys.stderr)
    print(f"{problems} do not hold." if problems else "Every hash, slice and pointer holds.")
    return 1 if problems else 0


def _print_counts(source: _Source) -> int:
    articles, labels, annotators = 0, Counter[str](), Counter[str]()
    for article in source.articles():
        articles += 1
        labels.update(one.label for one in article.annotations)
        annotators.update(one.annotator for one in article.annotations)
    name = source.header.workspace_name
    print(f"{name}: {articles} articles, {sum(labels.values())} annotations, {len(source.header.actors)} actors")
    for title, counts in (("Labels", labels), ("Annotators", annotators)):
        if counts:
            print(f"{title}: " + ", ".join(f"{key} {count}" for key, count in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
