"""Trains a student on the teachers' distributions: `python -m training.distil SOFTENED OUT --encoder minilm.pt --steps 8000`.

Starts from the encoder's layers `--layers`. At PRUNED of the training it keeps `--heads` attention heads and `--inner` neurons a layer,
and from ROUNDED on its layers compute in 8 bits as the exported graph does, so that what either costs is won back. Writes OUT/student.pt
(a moving average of the weights)."""

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from .learn import Learner, learn, shares
from .losses import label_losses, teacher_losses
from .model import STUDENT, Tagger
from .passes import Batches, load_passes
from .pretrained import tagger_from, vocabulary_file
from .prune import importance, narrowed
from .settings import DEVICE, SEED
from .windows import widened

BATCH_PIECES, HIDDEN_WORDS, DROPOUT = 16_384, 0.03, 0.05
ENCODER_RATE, HEAD_RATE = 6e-4, 1.2e-3
PRUNED, ROUNDED = 0.25, 0.4
PRUNE_BATCHES = 24
LABELS = 0.25  # weight of the corpora's own labels beside the teachers'


def losses_of(result: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    labels = label_losses(result, batch, "claimed")
    return teacher_losses(result, batch) | {f"{name}'": value * LABELS for name, value in labels.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("softened", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--count", type=int, default=12, help="of the passes that are read")
    parser.add_argument("--layers", type=int, nargs="+", default=list(range(len(STUDENT.heads))))
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--inner", type=int, default=800)
    parser.add_argument("--relation", type=int, default=STUDENT.relation)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seconds", type=float, help="of training, instead of steps")
    parser.add_argument("--batch", type=int, default=BATCH_PIECES)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    size = replace(STUDENT, heads=(12,) * len(options.layers), inner=(1536,) * len(options.layers), relation=options.relation)
    model = tagger_from(torch.load(options.encoder, weights_only=True), size, options.layers, DROPOUT).to(DEVICE)
    learner = Learner(model, ENCODER_RATE, HEAD_RATE)
    batches = Batches(load_passes(options.softened, options.count, DEVICE), options.batch, HIDDEN_WORDS, options.seed)
    state = {"pruned": False, "rounded": False}

    def loss() -> Tensor:
        batch = widened(batches.next(), DEVICE)
        return sum(losses_of(learner.model(batch, batch["chosen"]), batch).values())

    def when(share: float) -> None:
        if share >= PRUNED and not state["pruned"]:
            state["pruned"] = True
            learner.model.eval()
            small = narrowed(learner.model, importance(learner.model, [loss] * PRUNE_BATCHES), options.heads, options.inner)
            print(f"inner widths {small.size.inner}, {options.heads} attention heads", flush=True)
            learner.adopt(small)
        if share >= ROUNDED and not state["rounded"]:
            state["rounded"] = True
            learner.model.round_to_8_bits()

    learn(learner, batches, losses_of, shares(options.steps, options.seconds), lambda batch: batch["chosen"], when)
    torch.save({name: value.cpu() for name, value in learner.averaged().state_dict().items()}, options.out / "student.pt")
    (options.out / "vocabulary.txt").write_bytes(vocabulary_file().read_bytes())


if __name__ == "__main__":
    main()
