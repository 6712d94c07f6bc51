"""Sentences packed into windows, windows into batches of tensors."""

from dataclasses import dataclass

import numpy as np
import torch

from .corpora import Sentence
from .labels import ANY
from .pieces import WordPieces, sentence_shapes, shape_of
from .settings import MAX_PIECES

LENGTHS = (64, 128, 256)
NOT_KNOWN = -1


@dataclass
class Window:
    sentences: list[Sentence]
    pieces: list[int]  # with [CLS] and [SEP]
    shapes: list[int]  # a piece
    words: list[int]  # index of each word's first piece
    numbers: list[int]  # sentence number of each word
    weight: float = 1.0


def cut(sentence: Sentence, counts: list[int], limit: int) -> list[Sentence]:
    """A sentence over `limit` pieces cut between words; its parts lose their tree."""
    parts, start, used = [], 0, 0
    for index, count in enumerate(counts):
        if used + count > limit:
            parts.append((start, index))
            start, used = index, 0
        used += count
    parts.append((start, len(counts)))
    if len(parts) == 1:
        return [sentence]
    return [
        Sentence(
            sentence.words[a:b], sentence.pos and sentence.pos[a:b], None, None, sentence.tags and sentence.tags[a:b], sentence.claimed and sentence.claimed[a:b]
        )
        for a, b in parts
    ]


def pack(sentences: list[Sentence], word_pieces: WordPieces, target: int, weight: float = 1.0) -> list[Window]:
    """Consecutive whole sentences while they fit `target` pieces; a sentence longer than that alone, cut at MAX_PIECES."""
    windows: list[Window] = []
    for whole in sentences:
        for sentence in cut(whole, [len(word_pieces.of(word)) for word in whole.words], MAX_PIECES):
            pieces = [word_pieces.of(word) for word in sentence.words]
            size = sum(map(len, pieces))
            if not windows or len(windows[-1].pieces) - 1 + size > target:
                windows.append(Window([], [word_pieces.cls], [0], [], [], weight))
            window = windows[-1]
            for word, shape in zip(pieces, sentence_shapes([shape_of(word) for word in sentence.words]), strict=True):
                window.words.append(len(window.pieces))
                window.pieces.extend(word)
                window.shapes.extend([shape] * len(word))
                window.numbers.append(len(window.sentences))
            window.sentences.append(sentence)
    for window in windows:
        window.pieces.append(word_pieces.sep)
        window.shapes.append(0)
    return windows


def rounded(size: int) -> int:
    """Few different lengths: windows of one length make a batch without waste."""
    return next(length for length in LENGTHS if length >= size)


def to_tensors(windows: list[Window], length: int | None = None) -> dict[str, torch.Tensor]:
    """Windows as rows of the same `length`; words and pieces that are not there, and labels that nobody gave, as model.py and
    losses.py expect them. `tags` and `claimed` are masks, `weights` those of the entity loss."""
    length = length or max(len(window.pieces) for window in windows)
    size = len(windows)
    batch = {
        "pieces": np.zeros((size, length), np.int16),
        "shapes": np.zeros((size, length), np.int8),
        "sizes": np.array([len(window.pieces) for window in windows], np.int16),
        "words": np.zeros((size, length), np.int16),
        "numbers": np.full((size, length), -1, np.int16),
        "pos": np.full((size, length), NOT_KNOWN, np.int8),
        "heads": np.full((size, length), NOT_KNOWN, np.int16),
        "relations": np.full((size, length), NOT_KNOWN, np.int8),
        "tags": np.full((size, length), ANY, np.int32),
        "claimed": np.full((size, length), ANY, np.int32),
        "weights": np.zeros((size, length), np.float16),
    }
    for row, window in enumerate(windows):
        batch["pieces"][row, : len(window.pieces)] = window.pieces
        batch["shapes"][row, : len(window.pieces)] = window.shapes
        batch["words"][row, : len(window.words)] = window.words
        batch["numbers"][row, : len(window.words)] = window.numbers
        offset = 0
        for sentence in window.sentences:
            end = offset + len(sentence.words)
            if sentence.pos is not None:
                batch["pos"][row, offset:end] = sentence.pos
            if sentence.heads is not None:
                heads = np.array(sentence.heads)
                batch["heads"][row, offset:end] = np.where(heads == 0, 0, heads + offset)
                batch["relations"][row, offset:end] = sentence.relations
            if sentence.tags is not None:
                batch["tags"][row, offset:end] = sentence.tags
                batch["claimed"][row, offset:end] = sentence.claimed or sentence.tags
                batch["weights"][row, offset:end] = window.weight
            offset = end
    return {name: torch.from_numpy(values) for name, values in batch.items()}


def widened(batch: dict[str, torch.Tensor], device: torch.device | str) -> dict[str, torch.Tensor]:
    """The batch as the model reads it: on its device, indices in full width, `present` for each piece."""
    batch = {name: values.to(device) for name, values in batch.items()}
    wide = {name: values if values.is_floating_point() else values.long() for name, values in batch.items()}
    wide["present"] = torch.arange(wide["pieces"].shape[1], device=device) < wide["sizes"][:, None]
    return wide
