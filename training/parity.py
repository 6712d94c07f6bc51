"""What the Python path gives, for the TypeScript path to be compared with: `python -m training.parity WEIGHTS.pt encoder.onnx OUT.jsonl`.

A document a line: its sentences' words, and the labels in 32 bits (PyTorch) and from the quantised graph, packed alike.
A second file, OUT.pieces.jsonl, has the pieces and the shape of every distinct word."""

import argparse
import json
from pathlib import Path

import torch

from .corpora import Sentence, read_conllu, read_spans
from .labels import POS, RELATIONS
from .pieces import WordPieces, shape_of
from .predict import Prediction, from_graph, from_weights, predict
from .score import load_weights, sentences_of
from .settings import DATA

ODD = [
    *"naïve Łódź İstanbul straße ’s n’t … — Yoon Suk-yeol B-1B U.S. J. A I O'Brien McCain iPhone 東京 日本語 Москва القاهرة 😂".split(),
    *"1,000.50 $ % « » ‘ ” @home #tag Ⅷ ١٢ ǅ ﬁn".split(), "a\u0301", "\u200b", "x" * 120,
]  # fmt: skip


def shown(predictions: list[Prediction]) -> list[dict]:
    return [
        {"pos": [POS[number] for number in p.pos], "heads": p.heads, "relations": [RELATIONS[number] for number in p.relations], "entities": p.spans}
        for p in predictions
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("graph", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    word_pieces = WordPieces(options.graph.parent / "vocabulary.txt")
    documents: list[tuple[str, str, list[Sentence]]] = []
    for name in ("ewt.test", "gum.dev"):
        documents += [(name, document.name, document.sentences) for document in read_conllu(DATA / "ud" / f"{name}.conllu")]
    documents += [("uner-pud.test", record["id"], sentences_of(record)) for record in read_spans(DATA / "ner" / "uner-pud.test.jsonl")]
    texts = [sentences for _, _, sentences in documents]
    plain = predict(from_weights(load_weights(options.weights)), word_pieces, texts)
    small = predict(from_graph(options.graph), word_pieces, texts)
    seen: set[str] = set(ODD)
    with options.out.open("w", encoding="utf-8") as out:
        for (name, key, sentences), first, second in zip(documents, plain, small, strict=True):
            words = [sentence.words for sentence in sentences]
            seen.update(word for sentence in words for word in sentence)
            record = {"set": name, "id": key, "sentences": words, "fp32": shown(first), "int8": shown(second)}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    with options.out.with_suffix(".pieces.jsonl").open("w", encoding="utf-8") as out:
        for word in sorted(seen):
            out.write(json.dumps({"word": word, "pieces": word_pieces.of(word), "shape": shape_of(word)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
