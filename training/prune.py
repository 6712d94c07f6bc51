"""Takes attention heads and inner neurons out of a tagger: those whose removal would change the loss least, by its first-order
estimate (Molchanov et al. 2017, Pruning Convolutional Neural Networks for Resource Efficient Inference; Michel et al. 2019, Are Sixteen
Heads Really Better than One?): the mean over words of |activation * gradient|."""

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor, nn

from .model import Tagger

MULTIPLE, LEAST = 64, 384  # of a layer's width: what the kernels like, and what no layer goes below


def importance(model: Tagger, losses: list[Callable[[], Tensor]]) -> tuple[list[Tensor], list[Tensor]]:
    """Of each layer's attention heads and inner neurons; `losses` compute the loss of one batch each."""
    device = model.root.device
    heads = [torch.zeros(count, device=device) for count in model.size.heads]
    inner = [torch.zeros(count, device=device) for count in model.size.inner]
    inputs: dict[tuple[str, int], Tensor] = {}

    def keep(kind: str, number: int, given: tuple[Tensor, ...]) -> None:
        inputs[kind, number] = given[0]
        given[0].retain_grad()

    hooks = []
    for number, layer in enumerate(model.layers):
        hooks.append(layer.attended.register_forward_pre_hook(lambda m, g, n=number: keep("heads", n, g)))
        hooks.append(layer.narrow.register_forward_pre_hook(lambda m, g, n=number: keep("inner", n, g)))
    for loss in losses:
        loss().backward()
        for (kind, number), values in inputs.items():
            product = (values * values.grad).float()
            if kind == "inner":
                inner[number] += product.abs().mean((0, 1)).detach()
            else:
                parts = product.unflatten(2, (model.size.heads[number], model.size.part)).sum(3)
                heads[number] += parts.abs().mean((0, 1)).detach()
        model.zero_grad()
    for hook in hooks:
        hook.remove()
    return heads, inner


def widths(scores: list[Tensor], mean: int) -> list[int]:
    """How many neurons each layer keeps, `mean` on average: steps of MULTIPLE go to the layer whose next neurons matter most."""
    ordered = [score.sort(descending=True).values.cpu() for score in scores]
    kept = [min(LEAST, mean)] * len(scores)
    while sum(kept) < mean * len(scores):
        gains = [ordered[n][k : k + MULTIPLE].sum().item() if k + MULTIPLE <= len(ordered[n]) else -1.0 for n, k in enumerate(kept)]
        kept[gains.index(max(gains))] += MULTIPLE
    return kept


def narrowed(model: Tagger, importances: tuple[list[Tensor], list[Tensor]], heads: int, inner: int) -> Tagger:
    """The model with `heads` attention heads a layer and `inner` neurons a layer on average."""
    by_head, by_neuron = importances
    kept = widths(by_neuron, inner)
    result = Tagger(model.piece.num_embeddings, replace(model.size, heads=(heads,) * len(kept), inner=tuple(kept)), model.dropout)
    weights = model.state_dict()
    for number, width in enumerate(kept):
        prefix, part = f"layers.{number}.", model.size.part
        rows = by_head[number].topk(heads).indices.sort().values
        columns = (rows[:, None] * part + torch.arange(part, device=rows.device)).flatten()
        threefold = torch.cat([columns + third * model.size.heads[number] * part for third in range(3)])
        neurons = by_neuron[number].topk(width).indices.sort().values
        for name, chosen in (("projection", threefold), ("widen", neurons)):
            for kind in ("weight", "bias"):
                weights[f"{prefix}{name}.{kind}"] = weights[f"{prefix}{name}.{kind}"][chosen]
        weights[f"{prefix}attended.weight"] = weights[f"{prefix}attended.weight"][:, columns]
        weights[f"{prefix}narrow.weight"] = weights[f"{prefix}narrow.weight"][:, neurons]
    result.load_state_dict(weights)
    return result.to(model.root.device)
