"""The corpora's formats: CoNLL-U, and spans on words as JSON lines."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .labels import POS, RELATIONS, relation_of
from .settings import DATA

Span = tuple[int, int, str]
VOA_LAST = 45_900  # GMB's sentences (Voice of America) after this one are kept for measuring GROUP, EVENT and DATE on news


@dataclass
class Sentence:
    words: list[str]
    pos: list[int] | None = None  # ids in POS
    heads: list[int] | None = None  # 0 is the root, else 1 + index of the head in the sentence
    relations: list[int] | None = None  # ids in RELATIONS
    tags: list[int] | None = None  # a mask of possible entity tags a word (labels.py)
    claimed: list[int] | None = None  # where labellers voted: a mask of all that any of them claims


@dataclass
class Document:
    name: str
    sentences: list[Sentence]
    weight: float = 1.0  # of the entity loss
    share: float = 1.0  # of the passes over the data in which this document takes part


def read_conllu(path: Path) -> list[Document]:
    """Words, UPOS, heads and relations; empty nodes and multiword lines are skipped."""
    documents: list[Document] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            documents.append(Document(line.split("= ", 1)[1].strip() if "= " in line else str(len(documents)), []))
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            if not documents:
                documents.append(Document(path.stem, []))
            documents[-1].sentences.append(
                Sentence(
                    words=[row[1] for row in rows],
                    pos=[POS.index(row[3]) for row in rows],
                    heads=[int(row[6]) for row in rows],
                    relations=[RELATIONS.index(relation_of(row[7])) for row in rows],
                )
            )
            rows = []
    return documents


def read_spans(path: Path) -> Iterator[dict]:
    """Objects of a ner/ file: id, tokens, entities, perhaps sents."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def sentence_starts(record: dict) -> list[int]:
    """Starts as the corpus gives them, else after each full stop, question or exclamation mark (with closing quotes)."""
    if record.get("sents"):
        return record["sents"]
    words = record["tokens"]
    starts = [0]
    for index in range(1, len(words)):
        if words[index - 1] in {".", "!", "?"} and words[index] not in {'"', "''", "”", "'", ")", ".", "!", "?"}:
            starts.append(index)
    return starts


def held_out(record: dict) -> bool:
    return int(record["id"].split("/")[1]) > VOA_LAST


def measured(name: str) -> list[dict]:
    """A measuring set's records; of GMB only those that are held out."""
    return [record for record in read_spans(DATA / "ner" / f"{name}.jsonl") if not name.startswith("gmb") or held_out(record)]
