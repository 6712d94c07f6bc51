"""What constants to add to the scores of entity types: `python -m training.calibrate encoder.onnx`.

Types that few corpora annotate come out too weak, or another too strong; labels.CALIBRATION holds what this finds: one type after
the other takes the constant with the best strict F1 on uner-ewt.dev, until none gains."""

import argparse
from pathlib import Path

import numpy as np

from . import decode
from .corpora import measured
from .labels import TAGS, TYPES
from .pieces import WordPieces
from .predict import from_graph
from .score import MAIN, OURS, f1, sentences_of
from .settings import PACK_PIECES
from .windows import pack

SET = "uner-ewt.dev"
STEPS = np.arange(-1.5, 4.01, 0.5)
GAIN = 0.05  # least gain of F1 for which a constant is worth having


def scored(graph: Path) -> list[tuple[np.ndarray, set]]:
    """Of each sentence the tags' scores without calibration, and its gold spans."""
    word_pieces, run, result = WordPieces(graph.parent / "vocabulary.txt"), from_graph(graph, 2), []
    for record in measured(SET):
        sentences = sentences_of(record)
        windows = pack(sentences, word_pieces, PACK_PIECES)
        rows = np.concatenate([output["entities"] for output in run(windows)]).astype(np.float64)
        offset = 0
        for sentence in sentences:
            end = offset + len(sentence.words)
            gold = {(a - offset, b - offset, OURS.get(label)) for a, b, label in record["entities"] if offset <= a < end}
            result.append((rows[offset:end], gold))
            offset = end
    return result


def measure(sentences: list[tuple[np.ndarray, set]], constants: dict[str, float]) -> float:
    decode.SHIFTS[:] = [constants.get(tag[2:], 0.0) for tag in TAGS]
    counts = [0, 0, 0]
    for scores, gold in sentences:
        mine, right = {span for span in decode.spans(scores) if span[2] in MAIN}, {span for span in gold if span[2] in MAIN}
        for place, number in enumerate((len(mine & right), len(mine), len(right))):
            counts[place] += number
    return f1(*counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    options = parser.parse_args()
    sentences = scored(options.graph)
    constants: dict[str, float] = {}
    best, before = measure(sentences, constants), -1.0
    print(f"{best:.2f} without", flush=True)
    while best > before + GAIN:
        before = best
        for name in TYPES:
            for constant in STEPS:
                value = measure(sentences, {**constants, name: float(constant)})
                if value > best + GAIN:
                    best, constants[name] = value, float(constant)
        print(f"{best:.2f} with {constants}", flush=True)


if __name__ == "__main__":
    main()
