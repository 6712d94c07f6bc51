"""Plain texts that labellers label, and the labellers' opinions joined."""

import functools
import operator
import re
from dataclasses import replace
from pathlib import Path

from .corpora import Document, Sentence, Span, held_out, read_conllu, read_spans
from .labels import TAGS, TYPES, mask_of_types, tag_masks
from .names import untitled
from .settings import DATA

VOA_SENTENCES, VOA_EVERY = 12, 1  # Voice of America: sentences taken as one document; of how many documents one is labelled

NAMED, RARE = ["PERSON", "ORGANIZATION", "LOCATION"], ["EVENT", "PRODUCT", "WORK"]
MISC = mask_of_types(["GROUP", *RARE])
WEIGHTS = {"three": 1.0, "medium": 0.8, "four": 0.6, "small": 0.5}
MARGIN = 0.8


def read_texts() -> list[dict]:
    """What the silver labellers read: UD EWT's training documents, and the Voice of America sentences of GMB (their text alone)."""
    records = []
    for document in read_conllu(DATA / "ud" / "ewt.train.conllu"):
        words, starts = [], []
        for sentence in document.sentences:
            starts.append(len(words))
            words += sentence.words
        records.append({"id": f"ewt/{document.name}", "tokens": words, "sents": starts})
    sentences = [record for record in read_spans(DATA / "ner" / "gmb.all.jsonl") if not held_out(record)]
    starts = range(0, len(sentences), VOA_SENTENCES * VOA_EVERY)
    return records + [joined(sentences[start : start + VOA_SENTENCES]) for start in starts]


def joined(batch: list[dict]) -> dict:
    """Consecutive sentences as one document."""
    words, starts = [], []
    for record in batch:
        starts.append(len(words))
        words += [re.sub(r"\s", "", word) or "_" for word in record["tokens"]]
    return {"id": f"voa/{batch[0]['id']}", "tokens": words, "sents": starts}


def votes(length: int, opinions: list[tuple[float, list[Span], list[str]]]) -> tuple[list[int], list[int]]:
    """Masks from labellers' spans, each with its weight and the types that it annotates: what their votes decide, and all that any
    of them claims. A labeller supports every tag that it leaves possible, where somebody claims it; a word's tag is the best
    supported one, or any that comes within MARGIN of it. A labeller that does not annotate what others claim claims nothing."""
    weights = tuple(weight for weight, _, _ in opinions)
    words = zip(*(tag_masks(length, spans, annotated) for _, spans, annotated in opinions), strict=True)
    decisions = [decided(weights, readings) for readings in words]
    return [mask for mask, _ in decisions], [mask for _, mask in decisions]


@functools.cache
def decided(weights: tuple[float, ...], readings: tuple[int, ...]) -> tuple[int, int]:
    named = functools.reduce(operator.or_, (0 if mask & 1 else mask for mask in readings))
    candidates = named | any(mask & 1 for mask in readings)
    support = [
        candidates >> tag & 1 and sum(weight for weight, mask in zip(weights, readings, strict=True) if mask >> tag & 1)
        for tag in range(len(TAGS))
    ]
    best = max(support)
    denied = not named or any(mask & 1 and named & ~mask for mask in readings)
    return sum(1 << tag for tag, value in enumerate(support) if value >= best - MARGIN and value > 0), named | denied


def opinions_of(record: dict) -> list[tuple[float, list[Span], list[str]]]:
    """Weights by what each labeller scores on uner-ewt.dev. CoreNLP's four-class model knows other names as MISC, and misses many."""
    words = record["tokens"]
    opinions = [(WEIGHTS[name], untitled(words, record[name]), TYPES) for name in ("medium", "small")]
    if "three" in record:
        opinions.append((WEIGHTS["three"], record["three"], NAMED))
    if "four" in record:
        spans = [(start, end, MISC if label == "MISC" else label) for start, end, label in record["four"]]
        opinions.append((WEIGHTS["four"], spans, NAMED))
    return opinions


def read_silver(path: Path) -> list[Document]:
    """What silver.py (and relabel.py) wrote, with the trees of UD EWT where the text is EWT's."""
    trees = {f"ewt/{document.name}": document for document in read_conllu(DATA / "ud" / "ewt.train.conllu")}
    documents = []
    for record in read_spans(path):
        words, starts = record["tokens"], record["sents"]
        masks, claimed = votes(len(words), opinions_of(record))
        sentences = [Sentence(words[a:b], tags=masks[a:b], claimed=claimed[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
        tree = trees.get(record["id"])
        if tree is not None:
            sentences = [replace(known, tags=sentence.tags, claimed=sentence.claimed) for known, sentence in zip(tree.sentences, sentences, strict=True)]
        documents.append(Document(record["id"], sentences, weight=0.4, share=1.0 if tree else 0.6))
    return documents
