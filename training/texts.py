"""Plain texts that labellers label, and the labellers' opinions joined."""

import functools
import operator
import re
from dataclasses import replace
from pathlib import Path

from .corpora import Document, Sentence, Span, held_out, read_conllu, read_spans
from .labels import TYPES, tag_masks
from .names import untitled
from .settings import DATA

VOA_SENTENCES, VOA_EVERY = 12, 4  # Voice of America: sentences taken as one document; of how many documents one is labelled


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


def votes(length: int, medium: list[Span], small: list[Span], model: list[Span] | None) -> list[int]:
    """Masks from spaCy's two models and, once there is one, our own: a word's tag is what two agree on, ours among them; else
    it may be what any of them says."""
    readings = [tag_masks(length, [tuple(span) for span in spans], TYPES) for spans in (medium, small, model) if spans is not None]
    masks = []
    for tags in zip(*readings, strict=True):
        if tags[-1] in tags[:-1]:
            masks.append(tags[-1])
        else:
            masks.append(functools.reduce(operator.or_, tags))
    return masks


def read_silver(path: Path) -> list[Document]:
    """What silver.py (and relabel.py) wrote, with the trees of UD EWT where the text is EWT's."""
    trees = {f"ewt/{document.name}": document for document in read_conllu(DATA / "ud" / "ewt.train.conllu")}
    documents = []
    for record in read_spans(path):
        words, starts = record["tokens"], record["sents"]
        opinions = [untitled(words, record[name]) if name in record else None for name in ("medium", "small", "model")]
        masks = votes(len(words), *opinions)
        sentences = [Sentence(words[a:b], tags=masks[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
        tree = trees.get(record["id"])
        if tree is not None:
            sentences = [replace(known, tags=sentence.tags) for known, sentence in zip(tree.sentences, sentences, strict=True)]
        documents.append(Document(record["id"], sentences, weight=0.4, share=1.0 if tree else 0.6))
    return documents
