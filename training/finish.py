"""Trains the entity head once more on what the exported encoder gives: `python -m training.finish STUDENT.pt encoder.onnx PASS.pt OUT.pt`.

People, organisations and places stay as the student has them. Which of the other types a word has, or none, is learned from the
labellers' claims and the corpora: a teacher that may leave open what one labeller claims knows it badly. The encoder is not touched."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn
from torch.nn import functional

from .labels import TAGS, mask_of_types
from .settings import SEED

NAMED = mask_of_types(["PERSON", "ORGANIZATION", "LOCATION"])
EPOCHS, ROWS, RATE = 8, 2048, 2e-3


def with_encodings(graph: Path) -> tuple[onnxruntime.InferenceSession, str]:
    """The exported graph, with the words' encodings as one more output, and that output's name."""
    model = onnx.load(graph)
    name = next(node.input[0] for node in model.graph.node if "/entity_hidden/" in node.name and "MatMul" in node.op_type)
    model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"]), name


def encoded(graph: Path, tensors: dict[int, dict[str, Tensor]], share: float) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Of each window its words' encodings, tag scores and masks of claimed tags."""
    session, encodings = with_encodings(graph)
    chance = np.random.default_rng(SEED)
    for batch in tensors.values():
        for row in np.flatnonzero(chance.random(len(batch["sizes"])) < share):
            size, count = int(batch["sizes"][row]), int((batch["numbers"][row] >= 0).sum())
            lengths = {"pieces": size, "shapes": size, "words": count, "numbers": count}
            inputs = {name: batch[name][row, :length].numpy().astype(np.int64) for name, length in lengths.items()}
            inputs["sentences"] = inputs.pop("numbers")
            words, scores = session.run([encodings, "entities"], inputs)
            yield words.reshape(count, -1).astype(np.float16), scores, batch["claimed"][row, :count].numpy()


def loss_of(scores: Tensor, before: Tensor, masks: Tensor) -> Tensor:
    """`before`: log probabilities that the student gave. The three main types' tags, and all else together, keep theirs; among
    all else, what is claimed."""
    named = torch.tensor([NAMED >> tag & 1 == 1 for tag in range(len(TAGS))])
    log = scores.log_softmax(1)
    rest, rest_before = log[:, ~named].logsumexp(1), before[:, ~named].logsumexp(1)
    kept = -(before[:, named].exp() * log[:, named]).sum(1) - rest_before.exp() * rest
    possible = ((masks[:, None] >> torch.arange(len(TAGS))) & 1 == 1) & ~named
    chosen = log.masked_fill(~possible, -1e4).logsumexp(1) - rest
    return (kept - torch.where(possible.any(1), rest_before.exp() * chosen, 0.0)).mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("student", type=Path)
    parser.add_argument("graph", type=Path)
    parser.add_argument("windows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of the windows that are read")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    weights = torch.load(options.student, weights_only=True)
    parts = list(zip(*encoded(options.graph, torch.load(options.windows, weights_only=True), options.share), strict=True))
    words, scores, masks = (torch.from_numpy(np.concatenate(part)) for part in parts)
    before = scores.log_softmax(1)
    print(f"{len(words)} words", flush=True)
    head = nn.ModuleDict({name: nn.Linear(*weights[f"{name}.weight"].shape[::-1]) for name in ("entity_hidden", "entity")})
    head.load_state_dict({name: value for name, value in weights.items() if name.startswith("entity")})
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * (len(words) // ROWS + 1)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for epoch in range(EPOCHS):
        total = 0.0
        for rows in torch.randperm(len(words)).split(ROWS):
            with torch.autocast("cpu", torch.bfloat16):
                scores = head["entity"](functional.gelu(head["entity_hidden"](words[rows].float())))
            loss = loss_of(scores.float(), before[rows], masks[rows])
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total += loss.item() * len(rows) / len(words)
        print(f"epoch {epoch + 1} of {EPOCHS}  {total:.4f}", flush=True)
    torch.save(weights | {name: value.detach() for name, value in head.state_dict().items()}, options.out)


if __name__ == "__main__":
    main()
