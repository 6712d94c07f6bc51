"""Scores of a model: `python -m training.score MODEL.pt|encoder.onnx [--predictions DIR]`.

Strict span F1 and syntax as the project reports them; the files under --predictions are for shared/data/score/ner_score.py."""

import argparse
import json
from pathlib import Path

import torch

from .corpora import Document, Sentence, measured, read_conllu, sentence_starts
from .labels import RELATIONS
from .model import Tagger, load_tagger
from .pieces import WordPieces
from .predict import Prediction, Run, from_graph, from_weights, predict
from .settings import DATA, DEVICE, PACK_PIECES

NAMES = {
    "PERSON": "PER person", "ORGANIZATION": "ORG corporation group", "LOCATION": "LOC location", "PRODUCT": "PRO product",
    "WORK": "creative-work", "GROUP": "gpe", "EVENT": "eve", "DATE": "tim",
}  # fmt: skip
OURS = {source: name for name, sources in NAMES.items() for source in sources.split()}
MAIN = ["PERSON", "ORGANIZATION", "LOCATION"]
ENTITY_SETS = {
    "uner-ewt.dev": MAIN, "uner-ewt.test": MAIN, "uner-pud.test": MAIN, "meantime.all": [*MAIN, "PRODUCT"],
    "wnut17.test": [*MAIN, "PRODUCT", "WORK"], "gmb-clean.all": ["GROUP", "EVENT", "DATE"],
}  # fmt: skip
SYNTAX_SETS = ["ewt.dev", "ewt.test", "pud.test", "gum.dev"]


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / max(1, found + gold)


def sentences_of(record: dict) -> list[Sentence]:
    starts, words = sentence_starts(record), record["tokens"]
    return [Sentence(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True) if b > a]


def document_spans(sentences: list[Sentence], predictions: list[Prediction]) -> list[tuple[int, int, str]]:
    spans, offset = [], 0
    for sentence, prediction in zip(sentences, predictions, strict=True):
        spans += [(a + offset, b + offset, name) for a, b, name in prediction.spans]
        offset += len(sentence.words)
    return spans


def score_entities(run: Run, word_pieces: WordPieces, name: str, target: int, out: Path | None = None) -> dict[str, float]:
    """Strict span F1 over the types that the set has, and by type; writes predictions, and the gold records measured, to `out`."""
    records = measured(name)
    documents = [sentences_of(record) for record in records]
    counts: dict[str, list[int]] = {kind: [0, 0, 0] for kind in ENTITY_SETS[name]}
    lines = []
    for record, sentences, predictions in zip(records, documents, predict(run, word_pieces, documents, target, syntax=False), strict=True):
        spans = document_spans(sentences, predictions)
        lines.append(json.dumps({"id": record["id"], "tokens": record["tokens"], "entities": spans}))
        gold = {(a, b, OURS.get(label)) for a, b, label in record["entities"]}
        for kind, count in counts.items():
            mine, right = {s for s in spans if s[2] == kind}, {s for s in gold if s[2] == kind}
            for place, number in enumerate((len(mine & right), len(mine), len(right))):
                count[place] += number
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (out / f"{name}.gold.jsonl").write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    total = [sum(row[place] for row in counts.values()) for place in range(3)]
    return {"micro": f1(*total), **{kind: f1(*count) for kind, count in counts.items()}}


def score_syntax(run: Run, word_pieces: WordPieces, documents: list[Document], target: int) -> dict[str, float]:
    """UPOS, UAS, LAS on universal relations, LAS with the model's subtypes, in percent of words."""
    right, words = [0, 0, 0, 0], 0
    sentences = [document.sentences for document in documents]
    for known, found in zip(sentences, predict(run, word_pieces, sentences, target), strict=True):
        for sentence, prediction in zip(known, found, strict=True):
            for index in range(len(sentence.words)):
                words += 1
                right[0] += sentence.pos[index] == prediction.pos[index]
                if sentence.heads[index] == prediction.heads[index]:
                    gold, mine = RELATIONS[sentence.relations[index]], RELATIONS[prediction.relations[index]]
                    right[1] += 1
                    right[2] += gold.split(":")[0] == mine.split(":")[0]
                    right[3] += gold == mine
    return dict(zip(("UPOS", "UAS", "LAS", "LAS+"), (100 * number / words for number in right), strict=True))


def shown(scores: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.2f}" for name, value in scores.items())


def load_weights(path: Path) -> Tagger:
    return load_tagger({name: value.float() for name, value in torch.load(path, weights_only=True).items()}).to(DEVICE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--vocabulary", type=Path)
    parser.add_argument("--pack", type=int, default=PACK_PIECES)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    word_pieces = WordPieces(options.vocabulary or options.model.parent / "vocabulary.txt")
    graph = options.model.suffix == ".onnx"
    run = from_graph(options.model, options.threads) if graph else from_weights(load_weights(options.model))
    for name in ENTITY_SETS:
        print(f"{name:14}", shown(score_entities(run, word_pieces, name, options.pack, options.predictions)), flush=True)
    for name in SYNTAX_SETS:
        print(f"{name:14}", shown(score_syntax(run, word_pieces, read_conllu(DATA / "ud" / f"{name}.conllu"), options.pack)), flush=True)


if __name__ == "__main__":
    main()
