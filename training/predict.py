"""Predictions for documents, from PyTorch weights or from the exported graph."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from . import decode
from .corpora import Sentence
from .model import Tagger
from .pieces import WordPieces
from .settings import PACK_PIECES
from .windows import Window, pack, to_tensors, widened

Outputs = dict[str, np.ndarray]
Run = Callable[[list[Window]], Iterator[Outputs]]


@dataclass
class Prediction:
    pos: list[int]
    heads: list[int]  # 0 is the root, else 1 + index in the sentence
    relations: list[int]
    spans: list[tuple[int, int, str]]  # words of the sentence


def from_weights(model: Tagger) -> Run:
    """Runs windows through PyTorch, sixteen of like length at a time."""

    def run(windows: list[Window]) -> Iterator[Outputs]:
        model.eval()
        device = model.root.device
        order = sorted(range(len(windows)), key=lambda number: len(windows[number].pieces))
        done: dict[int, Outputs] = {}
        with torch.inference_mode():
            for start in range(0, len(order), 16):
                group = order[start : start + 16]
                batch = widened(to_tensors([windows[number] for number in group]), device)
                with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
                    result = {name: value.float().cpu() for name, value in model(batch).items()}
                for row, number in enumerate(group):
                    size = len(windows[number].words)
                    done[number] = {name: value[row, :size].numpy() for name, value in result.items()}
                    done[number]["arcs"] = done[number]["arcs"][:, : size + 1]
        for number in range(len(windows)):
            yield done[number]

    return run


def from_graph(path: Path, threads: int = 1) -> Run:
    """Runs windows through onnxruntime, one at a time as the product does."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(windows: list[Window]) -> Iterator[Outputs]:
        for window in windows:
            inputs = {"pieces": window.pieces, "shapes": window.shapes, "words": window.words, "sentences": window.numbers}
            yield dict(zip(names, session.run(names, {name: np.array(value, dtype=np.int64) for name, value in inputs.items()}), strict=True))

    return run


def predict(
    run: Run, word_pieces: WordPieces, documents: list[list[Sentence]], target: int = PACK_PIECES, syntax: bool = True
) -> list[list[Prediction]]:
    """A prediction for each sentence of each document. A sentence that had to be cut into windows is joined again, without a common tree."""
    windows = [pack(sentences, word_pieces, target) for sentences in documents]
    outputs = run([window for group in windows for window in group])
    results = []
    for sentences, group in zip(documents, windows, strict=True):
        parts: list[Prediction] = []
        for window in group:
            output, start = next(outputs), 0
            for sentence in window.sentences:
                end = start + len(sentence.words)
                columns = [0, *range(start + 1, end + 1)]
                parts.append(
                    Prediction(
                        output["pos"][start:end].argmax(1).tolist(),
                        decode.tree(output["arcs"][start:end][:, columns].astype(np.float64)) if syntax else [],
                        output["relations"][start:end].argmax(1).tolist(),
                        decode.spans(output["entities"][start:end].astype(np.float64)),
                    )
                )
                start = end
        results.append(list(joined(sentences, parts)))
    return results


def joined(sentences: list[Sentence], parts: list[Prediction]) -> Iterator[Prediction]:
    position = 0
    for sentence in sentences:
        whole = Prediction([], [], [], [])
        while len(whole.pos) < len(sentence.words):
            part, shift = parts[position], len(whole.pos)
            whole.pos += part.pos
            whole.heads += [head and head + shift for head in part.heads]
            whole.relations += part.relations
            whole.spans += [(a + shift, b + shift, name) for a, b, name in part.spans]
            position += 1
        yield whole
