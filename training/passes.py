"""The corpora as batches, several times over: `python -m training.passes SILVER.jsonl OUT --count 12`.

Each pass varies the sentences anew (augment.py) and packs them anew. OUT/NUMBER.pt holds its windows as tensors, by their length."""

import argparse
import random
from collections import defaultdict
from multiprocessing import Pool
from pathlib import Path

import torch
from torch import Tensor

from .augment import Names, vary
from .corpora import Document
from .gold import read_gold
from .known_names import known_names
from .pieces import WordPieces
from .pretrained import vocabulary_file
from .rare_names import rare_names
from .settings import PACK_PIECES, SEED
from .texts import read_silver
from .windows import Window, pack, rounded, to_tensors

WINDOW_SIZES = (62, 126)  # with [CLS] and [SEP] just what the lengths hold
Pass = dict[int, dict[str, Tensor]]


def one_pass(documents: list[Document], names: Names, word_pieces: WordPieces, number: int) -> list[Window]:
    """Documents by their share, varied, packed; lone sentences packed together."""
    chance = random.Random(SEED + number)
    forenames = [name for country in names.countries for name in names.fore[country]]
    documents = documents + rare_names(names, chance) + known_names(names.known, forenames, chance)
    windows: list[Window] = []
    lone: dict[tuple[str, float], list] = defaultdict(list)
    for document in documents:
        if chance.random() >= document.share:
            continue
        sentences = vary(document, names, chance)
        if len(sentences) <= 2:
            lone[document.name.split("/")[0], document.weight].append(sentences)
        else:
            windows += pack(sentences, word_pieces, chance.choice(WINDOW_SIZES), document.weight)
    for (_, weight), groups in lone.items():
        chance.shuffle(groups)
        windows += pack([sentence for group in groups for sentence in group], word_pieces, PACK_PIECES, weight)
    chance.shuffle(windows)
    return windows


def by_length(windows: list[Window]) -> Pass:
    groups: dict[int, list[Window]] = defaultdict(list)
    for window in windows:
        groups[rounded(len(window.pieces))].append(window)
    return {length: to_tensors(group, length) for length, group in groups.items()}


class Batches:
    """Batches of about `pieces` word pieces from passes on the model's device, without end; `hidden` is the share of words whose
    pieces become [MASK], so that context counts."""

    def __init__(self, passes: list[Pass], pieces: int, hidden: float, seed: int) -> None:
        self.passes, self.pieces, self.hidden = passes, pieces, hidden
        self.chance = random.Random(seed)
        self.todo: list[tuple[int, int, Tensor]] = []
        self.turn = 0

    def next(self) -> dict[str, Tensor]:
        if not self.todo:
            number = self.turn % len(self.passes)
            self.turn += 1
            for length, tensors in self.passes[number].items():
                order = torch.randperm(len(tensors["sizes"]))
                rows = max(1, self.pieces // length)
                self.todo += [(number, length, order[start : start + rows]) for start in range(0, len(order), rows)]
            self.chance.shuffle(self.todo)
        number, length, rows = self.todo.pop()
        tensors = self.passes[number][length]
        return self.hide({name: values[rows.to(values.device)] for name, values in tensors.items()})

    def hide(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        if not self.hidden:
            return batch
        length, words = batch["pieces"].shape[1], batch["words"].long()
        chosen = (torch.rand(words.shape, device=words.device) < self.hidden) & (batch["numbers"] >= 0)
        # The word of each piece: how many words have begun, those that begin here included.
        begun = torch.zeros(len(words), length, dtype=torch.long, device=words.device).scatter_add_(1, words, (batch["numbers"] >= 0).long())
        word = begun.cumsum(1) - 1
        inside = (word >= 0) & (torch.arange(length, device=words.device) < batch["sizes"].long()[:, None] - 1)
        hidden = chosen.gather(1, word.clamp(min=0)) & inside
        return {**batch, "pieces": batch["pieces"].masked_fill(hidden, MASK)}


MASK = 103  # in BERT's vocabulary


def make(task: tuple[int, Path, Path]) -> None:
    number, silver, out = task
    if (out / f"{number}.pt").exists():
        return
    torch.set_num_threads(1)
    documents = read_gold() + read_silver(silver)
    windows = one_pass(documents, Names(), WordPieces(vocabulary_file()), number)
    torch.save(by_length(windows), out / f"{number}.new")
    (out / f"{number}.new").rename(out / f"{number}.pt")
    print(f"pass {number}: {len(windows)} windows, {sum(len(window.pieces) for window in windows)} pieces", flush=True)


def load_passes(folder: Path, count: int, device: str) -> list[Pass]:
    whole = (torch.load(folder / f"{number}.pt", weights_only=True, mmap=True) for number in range(count))
    return [{length: {name: values.to(device) for name, values in tensors.items()} for length, tensors in one.items()} for one in whole]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=12)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with Pool(options.processes) as pool:
        pool.map(make, [(number, options.silver, options.out) for number in range(options.count)], chunksize=1)


if __name__ == "__main__":
    main()
