#!/usr/bin/env bash
# From ../shared/data to shared/language/model and its scores. Interrupted, it goes on where it was; progress is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
export TRAINING_WORK="${TRAINING_WORK:-training/work}" OMP_WAIT_POLICY=PASSIVE
work="$TRAINING_WORK"
python="${PYTHON:-python3.12}"
first_steps="${FIRST_STEPS:-1300}" final_steps="${FINAL_STEPS:-4000}"
version="${VERSION:?the version of the model, for example VERSION=2026.11.24-1}"
mkdir -p "$work"

step() { # step RESULT COMMAND...: makes RESULT unless it is there
  local result="$1"
  shift
  if [ ! -e "$result" ]; then
    "$@"
  fi
}

step "$work/silver.jsonl" "$python" -m training.silver "$work/silver.jsonl"
step "$work/first/average.pt" "$python" -m training.train "$work/first" --steps "$first_steps" --silver "$work/silver.jsonl"
step "$work/first/model/manifest.json" "$python" -m training.export "$work/first/average.pt" --version first --out "$work/first/model"
step "$work/relabelled.jsonl" "$python" -m training.relabel "$work/silver.jsonl" "$work/first/model/encoder.onnx" "$work/relabelled.jsonl"
step "$work/final/average.pt" "$python" -m training.train "$work/final" --steps "$final_steps" --silver "$work/relabelled.jsonl" --start "$work/first/average.pt"
"$python" -m training.export "$work/final/average.pt" --version "$version"
"$python" -m training.score "$work/final/average.pt"
"$python" -m training.score shared/language/model/encoder.onnx --predictions "$work/predictions"
"$python" -m training.silver --score "$work/predictions"
"$python" -m training.parity "$work/final/average.pt" shared/language/model/encoder.onnx "$work/parity.jsonl"
