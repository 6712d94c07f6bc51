"""Trains a teacher on the corpora's and the labellers' labels: `python -m training.teach PASSES OUT.pt --encoder mpnet.pt --steps 3000`.

`--masks tags` learns what the labellers' votes decide, `--masks claimed` leaves open every tag that any labeller claims."""

import argparse
from pathlib import Path

import torch

from .learn import Learner, learn, shares
from .losses import label_losses
from .model import TEACHER
from .passes import Batches, load_passes
from .pieces import WordPieces
from .predict import from_weights
from .pretrained import tagger_from, vocabulary_file
from .score import score_entities, shown
from .settings import DEVICE, PACK_PIECES, SEED

BATCH_PIECES, HIDDEN_WORDS = 12_288, 0.03
ENCODER_RATE, HEAD_RATE = 1e-4, 1e-3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passes", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--count", type=int, default=4, help="of the passes that are read")
    parser.add_argument("--masks", choices=["tags", "claimed"], default="tags")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seconds", type=float, help="of training, instead of steps")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--batch", type=int, default=BATCH_PIECES)
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    encoder = torch.load(options.encoder, weights_only=True)
    model = tagger_from(encoder, TEACHER, list(range(len(TEACHER.heads))), dropout=0.1).to(DEVICE)
    learner = Learner(model, ENCODER_RATE * options.rate, HEAD_RATE * options.rate)
    batches = Batches(load_passes(options.passes, options.count, DEVICE), options.batch, HIDDEN_WORDS, options.seed)
    progress = shares(options.steps, options.seconds)
    learn(learner, batches, lambda result, batch: label_losses(result, batch, options.masks), progress, lambda batch: batch["heads"].clamp(min=0))
    best = learner.averaged()
    torch.save({name: value.half().cpu() for name, value in best.state_dict().items()}, options.out)
    print(options.out.name, "uner-ewt.dev", shown(score_entities(from_weights(best), WordPieces(vocabulary_file()), "uner-ewt.dev", PACK_PIECES)), flush=True)


if __name__ == "__main__":
    main()
