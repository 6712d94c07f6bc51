"""Where things are read and written, and the numbers that both the training and the product depend on."""

import os
from pathlib import Path

import torch

PROJECT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("TRAINING_DATA", PROJECT.parent / "shared" / "data"))
MODEL = PROJECT / "shared" / "language" / "model"
WORK = Path(os.environ.get("TRAINING_WORK", PROJECT / "training" / "work"))

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
SEED = 20261124
MAX_PIECES = 254  # most word pieces in a window, without [CLS] and [SEP]
PACK_PIECES = 126  # windows of whole sentences are filled up to this many pieces, without [CLS] and [SEP]
MAX_WORD_PIECES = 12  # the rest of a longer word is dropped
