"""Adds the model's own labels to the silver texts: `python -m training.relabel SILVER.jsonl encoder.onnx OUT.jsonl`.

Trained on gold as well, it knows better than spaCy's models where they differ; corpora.votes joins the three."""

import argparse
import json
from pathlib import Path

from .corpora import read_spans
from .pieces import WordPieces
from .predict import from_graph, predict
from .score import document_spans, sentences_of
from .settings import PACK_PIECES

CHUNK = 100  # documents at a time


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("silver", type=Path)
    parser.add_argument("graph", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    word_pieces = WordPieces(options.graph.parent / "vocabulary.txt")
    run = from_graph(options.graph, options.threads)
    records = list(read_spans(options.silver))
    with options.out.open("w", encoding="utf-8") as out:
        for start in range(0, len(records), CHUNK):
            chunk = records[start : start + CHUNK]
            documents = [sentences_of(record) for record in chunk]
            for record, sentences, predictions in zip(chunk, documents, predict(run, word_pieces, documents, PACK_PIECES, syntax=False), strict=True):
                record["model"] = document_spans(sentences, predictions)
                out.write(json.dumps(record) + "\n")
            print(f"relabel: {start + len(chunk)} of {len(records)} documents", flush=True)


if __name__ == "__main__":
    main()
