"""A small transformer encoder in NumPy: each piece of a text as a vector that knows the words around it.

Shape: BERT with 6 layers of width 384 (12 heads, feed-forward 1536, tanh GELU), as in MiniLM-L6-H384-uncased.
``weights.npz`` holds 8-bit numbers with one scale a column (a row, for the embeddings); they are unpacked to 32-bit
floats when first used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LAYERS, HEADS = 6, 12
_FILE = "weights.npz"
_EPSILON = np.float32(1e-12)


@cache
def weights() -> Mapping[str, Floats]:
    """Return every matrix and vector by name, as 32-bit floats."""
    with resources.files("extractors.reader").joinpath(_FILE).open("rb") as file, np.load(file) as held:
        # Each look at ``held`` unpacks the file's part anew.
        read = {name: held[name] for name in held.files if name != "vocabulary"}
    scales = {name for name in read if name.endswith(":scale")}
    return {
        name: _unpacked(array, read[f"{name}:scale"]) if f"{name}:scale" in scales else array
        for name, array in read.items()
        if name not in scales
    }


@cache
def vocabulary() -> Mapping[str, int]:
    """Return the number of each word piece: its row in the matrix of word vectors."""
    with resources.files("extractors.reader").joinpath(_FILE).open("rb") as file, np.load(file) as held:
        return {piece: number for number, piece in enumerate(bytes(held["vocabulary"]).decode().split("\n"))}


def _unpacked(packed: NDArray[np.int8], scale: Floats) -> Floats:
    return packed.astype(np.float32) * scale


def encode(numbers: Sequence[int]) -> Floats:
    """Return one row of 384 numbers for each piece. ``numbers`` are at most 512, with their [CLS] and [SEP]."""
    w = weights()
    x = w["words"][list(numbers)] + w["places"][: len(numbers)]
    x = _normed(x, w, "start")
    for layer in range(LAYERS):
        x = _normed(x + _attended(x, w, layer), w, f"{layer}.mid")
        inner = _gelu(x @ w[f"{layer}.in"] + w[f"{layer}.in.bias"])
        x = _normed(x + inner @ w[f"{layer}.out"] + w[f"{layer}.out.bias"], w, f"{layer}.end")
    return x


def _attended(x: Floats, w: Mapping[str, Floats], layer: int) -> Floats:
    length, width = x.shape
    mixed = (x @ w[f"{layer}.qkv"] + w[f"{layer}.qkv.bias"]).reshape(length, 3, HEADS, width // HEADS)
    query, key, value = mixed.transpose(1, 2, 0, 3)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(width // HEADS))
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    scores /= scores.sum(axis=-1, keepdims=True)
    joined = (scores @ value).transpose(1, 0, 2).reshape(length, width)
    result: Floats = joined @ w[f"{layer}.joined"] + w[f"{layer}.joined.bias"]
    return result


def _normed(x: Floats, w: Mapping[str, Floats], name: str) -> Floats:
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _EPSILON)
    result: Floats = centred / spread * w[f"{name}.gain"] + w[f"{name}.shift"]
    return result


def _gelu(x: Floats) -> Floats:
    # sqrt(2 / pi), as the tanh form of GELU has it (Hendrycks and Gimpel 2016, arXiv 1606.08415)
    result: Floats = 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x**3)))
    return result
