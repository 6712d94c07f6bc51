"""Sentences packed into windows, windows into batches of tensors."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch

from .corpora import Sentence
from .labels import ANY
from .pieces import WordPieces, sentence_shapes, shape_of
from .settings import MAX_PIECES


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
    return [Sentence(sentence.words[a:b], sentence.pos and sentence.pos[a:b], None, None, sentence.tags and sentence.tags[a:b]) for a, b in parts]


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
    """Few different shapes: the CPU kernels for bfloat16 are compiled anew for each, which takes seconds."""
    return next(length for length in (32, 64, 128, 256, 512) if length >= size)


def to_tensors(
    windows: list[Window], word_pieces: WordPieces, chance: random.Random | None = None, hidden: float = 0.0, fill: int = 0
) -> dict[str, torch.Tensor]:
    """A padded batch, with empty windows up to `fill` pieces. `hidden` is the share of words whose pieces become [MASK] while
    training, so that context counts."""
    length = rounded(max(len(window.pieces) for window in windows))
    size, width = max(len(windows), fill // length), length
    batch = {
        "pieces": torch.zeros(size, length, dtype=torch.long),
        "shapes": torch.zeros(size, length, dtype=torch.long),
        "present": torch.ones(size, length, dtype=torch.bool),
        "words": torch.zeros(size, width, dtype=torch.long),
        "numbers": torch.full((size, width), -1, dtype=torch.long),
        "pos": torch.full((size, width), -100, dtype=torch.long),
        "heads": torch.full((size, width), -100, dtype=torch.long),
        "relations": torch.full((size, width), -100, dtype=torch.long),
        "tags": torch.full((size, width), ANY, dtype=torch.long),
        "weights": torch.zeros(size, width),
    }
    for row, window in enumerate(windows):
        pieces = list(window.pieces)
        if chance is not None and hidden:
            ends = [*window.words[1:], len(pieces) - 1]
            for start, end in zip(window.words, ends, strict=True):
                if chance.random() < hidden:
                    pieces[start:end] = [word_pieces.mask] * (end - start)
        batch["pieces"][row, : len(pieces)] = torch.tensor(pieces)
        batch["shapes"][row, : len(pieces)] = torch.tensor(window.shapes)
        batch["present"][row, len(pieces) :] = False
        batch["words"][row, : len(window.words)] = torch.tensor(window.words)
        batch["numbers"][row, : len(window.words)] = torch.tensor(window.numbers)
        offset = 0
        for sentence in window.sentences:
            end = offset + len(sentence.words)
            if sentence.pos is not None:
                batch["pos"][row, offset:end] = torch.tensor(sentence.pos)
            if sentence.heads is not None:
                heads = torch.tensor(sentence.heads)
                batch["heads"][row, offset:end] = torch.where(heads == 0, 0, heads + offset)
                batch["relations"][row, offset:end] = torch.tensor(sentence.relations)
            if sentence.tags is not None:
                batch["tags"][row, offset:end] = torch.tensor(sentence.tags)
                batch["weights"][row, offset:end] = window.weight
            offset = end
    return batch


def batches(windows: list[Window], pieces: int, chance: random.Random) -> Iterator[list[Window]]:
    """Windows of like length together, about `pieces` word pieces a batch, batches in random order."""
    ordered = list(windows)
    chance.shuffle(ordered)
    ordered.sort(key=lambda window: rounded(len(window.pieces)))
    groups: list[list[Window]] = [[]]
    for window in ordered:
        length = rounded(len(window.pieces))
        if groups[-1] and (len(groups[-1]) * length >= pieces or rounded(len(groups[-1][0].pieces)) != length):
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    yield from groups
