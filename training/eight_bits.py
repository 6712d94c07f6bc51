"""The arithmetic of the exported graph, in which large matrices have 8 bits: what scales they get, and the same rounding while
training, so that the weights learn to live with it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

PAIR_LIMIT = 32767 // 255
LARGEST = 127
LEAST_SCALE = 1e-9


def column_scales(weights: Tensor) -> Tensor:
    """For each column of [input, output] the scale that fills 8 bits as far as two neighbouring weights allow: a processor
    without VNNI adds their products with two activations in 16 bits, and 255 * (|a| + |b|) must fit."""
    size = weights.abs()
    pairs = size[0 : len(size) // 2 * 2].reshape(-1, 2, size.shape[1]).sum(1).amax(0)
    return torch.maximum(pairs / PAIR_LIMIT, size.amax(0) / LARGEST).clamp(min=LEAST_SCALE)


def rounded_linear(linear: nn.Linear, x: Tensor) -> Tensor:
    """The layer's output for x [batch, piece, input], its weights and each window's activations rounded to 8 bits; gradients
    pass as if nothing were rounded."""
    with torch.no_grad():
        scales = column_scales(linear.weight.T)[:, None]
        weights = (linear.weight / scales).round_().mul_(scales)
        low, high = x.amin((1, 2), keepdim=True).clamp(max=0).float(), x.amax((1, 2), keepdim=True).clamp(min=0).float()
        step = ((high - low) / 255).clamp(min=LEAST_SCALE)
        zero = (-low / step).round()
        rounded = ((x / step).round_() + zero).clamp_(0, 255).sub_(zero).mul_(step).to(x.dtype)
        weights, rounded = weights.sub_(linear.weight), rounded.sub_(x)
    return functional.linear(x + rounded, linear.weight + weights, linear.bias)
