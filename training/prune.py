"""Narrows the feed-forward networks: `python -m training.prune WEIGHTS.pt --silver FILE --out PRUNED.pt --width 832`.

Keeps the neurons whose removal would change the loss most, by its first-order estimate (Molchanov et al. 2017, Pruning
Convolutional Neural Networks for Resource Efficient Inference): the mean over words of |activation * gradient|. Each layer
keeps what it needs; `--width` is the mean over the layers."""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from .augment import Names
from .gold import read_gold
from .model import Tagger
from .pieces import WordPieces
from .score import load_weights
from .settings import SEED
from .texts import read_silver
from .train import BATCH_PIECES, losses, one_pass
from .windows import to_tensors

MULTIPLE, LEAST = 64, 384  # of a layer's width: what the kernels like, and what no layer goes below


def importance(model: Tagger, batches: list, word_pieces: WordPieces) -> list[Tensor]:
    """Of each layer's inner neurons."""
    sums = [torch.zeros(width) for width in model.inner]
    inputs: dict[int, Tensor] = {}

    def keep(number: int, module: nn.Module, given: tuple[Tensor, ...]) -> None:
        inputs[number] = given[0]
        given[0].retain_grad()

    hooks = [layer.narrow.register_forward_pre_hook(lambda m, g, n=number: keep(n, m, g)) for number, layer in enumerate(model.layers)]
    for group in batches:
        batch = to_tensors(group, word_pieces, random.Random(SEED), 0.0, BATCH_PIECES)
        sum(losses(model(batch, batch["heads"].clamp(min=0)), batch).values()).backward()
        for number, values in inputs.items():
            sums[number] += (values * values.grad).abs().mean((0, 1)).detach()
        model.zero_grad()
    for hook in hooks:
        hook.remove()
    return sums


def widths(scores: list[Tensor], mean: int) -> list[int]:
    """How many neurons each layer keeps: steps of MULTIPLE go to the layer whose next neurons matter most."""
    ordered = [score.sort(descending=True).values for score in scores]
    kept = [LEAST] * len(scores)
    while sum(kept) < mean * len(scores):
        gains = [ordered[n][k : k + MULTIPLE].sum().item() if k + MULTIPLE <= len(ordered[n]) else -1.0 for n, k in enumerate(kept)]
        kept[gains.index(max(gains))] += MULTIPLE
    return kept


def narrowed(model: Tagger, scores: list[Tensor], kept: list[int]) -> Tagger:
    result = Tagger(model.piece.num_embeddings, kept)
    weights = model.state_dict()
    for number, (score, width) in enumerate(zip(scores, kept, strict=True)):
        chosen = score.topk(width).indices.sort().values
        for name in ("widen.weight", "widen.bias"):
            weights[f"layers.{number}.{name}"] = weights[f"layers.{number}.{name}"][chosen]
        weights[f"layers.{number}.narrow.weight"] = weights[f"layers.{number}.narrow.weight"][:, chosen]
    result.load_state_dict(weights)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--batches", type=int, default=48)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    word_pieces = WordPieces(options.weights.parent / "vocabulary.txt")
    model = load_weights(options.weights, word_pieces).eval()
    model.piece.weight.requires_grad_(False)
    scores = importance(model, one_pass(read_gold() + read_silver(options.silver), Names(), word_pieces, 0)[: options.batches], word_pieces)
    kept = widths(scores, options.width)
    print(f"inner widths {kept}", flush=True)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(narrowed(model, scores, kept).state_dict(), options.out)
    (options.out.parent / "vocabulary.txt").write_bytes((options.weights.parent / "vocabulary.txt").read_bytes())


if __name__ == "__main__":
    main()
