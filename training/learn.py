"""The loop that teacher and student share: rates over time, a moving average of the weights, reports."""

import copy
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from .model import Tagger
from .passes import Batches
from .windows import widened

WARM_SHARE, LEAST_RATE = 0.04, 0.01
AVERAGE_EVERY, AVERAGE_DECAY = 4, 0.99
CLIP = 1.0
REPORT_SECONDS = 10


class Learner:
    """Trains all but the piece embeddings: rare pieces would drift apart from the frequent ones."""

    def __init__(self, model: Tagger, encoder_rate: float, head_rate: float) -> None:
        self.rates = (encoder_rate, head_rate)
        self.adopt(model)

    def adopt(self, model: Tagger) -> None:
        """Goes on with another model; the optimiser and the average start anew."""
        self.model = model
        model.piece.weight.requires_grad_(False)
        if model.size.buckets:
            model.distance.weight.requires_grad_(False)
        named = [(name, parameter) for name, parameter in model.named_parameters() if parameter.requires_grad]
        encoder = [parameter for name, parameter in named if name.split(".")[0] in ("position", "norm", "layers")]
        heads = [parameter for name, parameter in named if name.split(".")[0] not in ("position", "norm", "layers")]
        self.trained = encoder + heads
        self.optimizer = torch.optim.AdamW([{"params": encoder}, {"params": heads}], lr=0.0, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.average = [parameter.detach().clone() for parameter in self.trained]
        self.taken = 0

    def step(self, losses: dict[str, Tensor], share: float) -> None:
        for group, full in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = full * rate_at(share)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.trained, CLIP, foreach=True)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.taken += 1
        if self.taken % AVERAGE_EVERY == 0:
            with torch.no_grad():
                decay = min(AVERAGE_DECAY, self.taken / (self.taken + 40))
                torch._foreach_lerp_(self.average, [parameter.detach() for parameter in self.trained], 1 - decay)

    def averaged(self) -> Tagger:
        other = copy.deepcopy(self.model).eval()
        value_of = {id(parameter): value for parameter, value in zip(self.trained, self.average, strict=True)}
        with torch.no_grad():
            for mine, theirs in zip(self.model.parameters(), other.parameters(), strict=True):
                theirs.copy_(value_of.get(id(mine), mine))
        return other


def rate_at(share: float) -> float:
    """Factor on the rates: rises, then falls as a half cosine."""
    if share < WARM_SHARE:
        return max(LEAST_RATE, share / WARM_SHARE)
    return LEAST_RATE + (1 - LEAST_RATE) * 0.5 * (1 + math.cos(math.pi * min(1, (share - WARM_SHARE) / (1 - WARM_SHARE))))


def shares(steps: int | None, seconds: float | None) -> Iterator[float]:
    """What share of the training is done, once a step, until it is all: of so many steps, or of so much time."""
    began, step = time.time(), 0
    while True:
        share = max(step / steps if steps else 0.0, (time.time() - began) / seconds if seconds else 0.0)
        if share >= 1:
            return
        yield share
        step += 1


def learn(learner: Learner, batches: Batches, losses_of: Callable[[dict[str, Tensor], dict[str, Tensor]], dict[str, Tensor]],
          progress: Iterator[float], heads_of: Callable[[dict[str, Tensor]], Tensor], when: Callable[[float], None] = lambda share: None) -> None:  # fmt: skip
    """Trains to the end of `progress`. `losses_of` the model's result and the batch; `heads_of` a batch are those that relations are
    learned for; `when` is called with the share before each step."""
    device = learner.model.root.device
    sums: dict[str, Tensor] = defaultdict(lambda: torch.zeros((), device=device))
    steps = pieces = count = 0
    last = time.time()
    for share in progress:
        when(share)
        learner.model.train()
        batch = widened(batches.next(), device)
        with torch.autocast(device.type, torch.bfloat16):
            result = learner.model(batch, heads_of(batch))
        losses = losses_of(result, batch)
        learner.step(losses, share)
        steps, count, pieces = steps + 1, count + 1, pieces + batch["pieces"].numel()
        for name, value in losses.items():
            sums[name] += value.detach()
        if time.time() - last > REPORT_SECONDS:
            means = "  ".join(f"{name} {value.item() / count:.3f}" for name, value in sums.items())
            print(f"{share:.0%} step {steps}  {means}  {pieces / (time.time() - last):.0f} pieces/s", flush=True)
            sums.clear()
            last, pieces, count = time.time(), 0, 0
    print(f"{steps} steps", flush=True)
