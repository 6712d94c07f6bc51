"""Trains the model in shared/language/model. See README.md."""
