"""What the taggers learn from: labels of corpora and labellers, and the teachers' distributions."""

import torch
from torch import Tensor
from torch.nn import functional

from .labels import TAGS
from .windows import NOT_KNOWN

Batch = dict[str, Tensor]


def label_losses(result: Batch, batch: Batch, masks: str = "tags") -> Batch:
    """Mean over the words that have the label. An entity loss is minus the log of the probability of all tags that are possible;
    `masks` names the batch's tensor with them."""

    def plain(name: str, target: str) -> Tensor:
        scores, labels = result[name].flatten(0, 1), batch[target].flatten()
        return functional.cross_entropy(scores, labels, ignore_index=NOT_KNOWN, reduction="sum") / (labels >= 0).sum().clamp(min=1)

    scores, weights = result["entities"], batch["weights"].float()
    possible = (batch[masks][:, :, None] >> torch.arange(len(TAGS), device=scores.device)) & 1 == 1
    marginal = scores.logsumexp(2) - scores.masked_fill(~possible, -1e4).logsumexp(2)
    return {
        "pos": plain("pos", "pos"), "arcs": plain("arcs", "heads"), "relations": plain("relations", "relations"),
        "entities": (marginal * weights).sum() / (weights > 0).sum().clamp(min=1),
    }  # fmt: skip


def teacher_losses(result: Batch, batch: Batch) -> Batch:
    """Mean over words of the cross entropy with the teachers' distributions: `soft_pos`, `soft_entities`, `soft_relations`
    [batch, word, label], and the likeliest heads' columns `soft_heads` with their probabilities `soft_arcs` [batch, word, k]."""
    real = batch["numbers"] >= 0
    count = real.sum().clamp(min=1)

    def soft(name: str) -> Tensor:
        return -((batch[f"soft_{name}"].float() * result[name].log_softmax(2)).sum(2) * real).sum() / count

    arcs = result["arcs"].log_softmax(2).gather(2, batch["soft_heads"])
    return {
        "pos": soft("pos"), "arcs": -((batch["soft_arcs"].float() * arcs).sum(2) * real).sum() / count,
        "relations": soft("relations"), "entities": soft("entities"),
    }  # fmt: skip
