"""Scores of ProxylessNAS units and their best sums, computed apart from the project with numpy in float64.

Origin of tests/golden/proxyless.json. The published ProxylessNAS checkpoints are not among the reference files, so the
weights are those of the published MobileNetV3 accuracy predictor, read as a ProxylessNAS one (same tables and layers);
the moments are made up below, so that standardising and shifting count. The formulas are sections 1, 2, 3, 7 and 8 of
the method's description, stated anew here.

    python3 tests/golden/proxyless_scores.py ../shared/reference/weights/mbv3_acc.json > tests/golden/proxyless.json
"""
import itertools
import json
import sys

import numpy as np

BLOCKS = list(itertools.product(range(3), range(3)))  # e outer, k inner
TENSORS = {
    key: np.array(tensor["values"], dtype=np.float64).astype(np.float32).astype(np.float64).reshape(tensor["shape"])
    for key, tensor in json.load(open(sys.argv[1]))["tensors"].items()
}
HOP_MEAN = [2.0, 3.0, 5.0, 8.0, 13.0]
HOP_DEVIATION = [0.5, 0.75, 1.5, 2.5, 4.0]
UNIT_MEAN = [[70 + unit + 0.25 * length for length in range(1, 6)] for unit in range(5)]
UNIT_DEVIATION = [[1 + 0.5 * unit + 0.125 * length for length in range(1, 6)] for unit in range(5)]


def category(name, codes):
    """|w . E[code] + b|, one number a node."""
    table = TENSORS[f"embed_layer.{name}_embed.weight"]
    return np.abs(table[codes] @ TENSORS[f"embed_layer.{name}_mlp.weight"][0] + TENSORS[f"embed_layer.{name}_mlp.bias"])


def last_norms(units, layers, blocks):
    """L1 norms of the last node at the hop that has seen all of the sequence; blocks has the shape [sequences, n, 2]."""
    count, length, _ = blocks.shape
    first = TENSORS["embed_layer.res_mlp.0.weight"][:, 0] * 1.0 + TENSORS["embed_layer.res_mlp.0.bias"]  # 224 -> 1
    resolution = np.abs(TENSORS["embed_layer.res_mlp.1.weight"][0] @ first + TENSORS["embed_layer.res_mlp.1.bias"])
    tile = lambda row: np.tile(row, (count, 1))
    hidden = np.stack(
        [
            tile(category("stage", np.array(units))),
            tile(category("block", np.array(layers))),
            tile(category("mbconv", np.zeros(length, dtype=int))),  # mbconv2
            category("exp", blocks[:, :, 0]),
            category("kernel", blocks[:, :, 1]),
            np.full((count, length), resolution[0]),
        ],
        axis=-1,
    )
    for layer in range(length - 1):
        at = f"encoder.gnn_layers.{layer}."
        before = np.concatenate([np.zeros_like(hidden[:, :1]), hidden[:, :-1]], axis=1)  # the chain i -> i + 1
        out = before @ TENSORS[at + "lin_rel.weight"].T + TENSORS[at + "lin_rel.bias"] + hidden @ TENSORS[at + "lin_root.weight"].T
        norm = f"encoder.bns.{layer}.module."
        out = (out - TENSORS[norm + "running_mean"]) / np.sqrt(TENSORS[norm + "running_var"] + 1e-5)
        out = out * TENSORS[norm + "weight"] + TENSORS[norm + "bias"]
        out = np.where(out > 0, out, 0.01 * out)
        hidden = out if layer == 0 else out + hidden
    return np.abs(hidden[:, -1]).sum(axis=1)


def scored(unit, length):
    """All sequences of a unit, by length; of unit 5 those that end with the one block of unit 6."""
    blocks = np.array(list(itertools.product(BLOCKS, repeat=length)))
    joined = unit == 4
    units = [4] * (length - 1) + [5] if joined else [unit] * length
    layers = list(range(length - 1)) + [0] if joined else list(range(length))
    hop = length - 1
    norms = last_norms(units, layers, blocks)
    scores = (norms - HOP_MEAN[hop]) / HOP_DEVIATION[hop] * UNIT_DEVIATION[unit][hop] + UNIT_MEAN[unit][hop]
    return [(float(score), blocks[index].tolist()) for index, score in enumerate(scores)]


K = [3, 2, 3, 2, 3]
answer = {
    "origin": "tests/golden/proxyless_scores.py on the published weights weights/mbv3_acc.json, read as ProxylessNAS; float64",
    "hopMoments": [HOP_MEAN, HOP_DEVIATION],
    "unitMoments": [[list(pair) for pair in zip(*of)] for of in zip(UNIT_MEAN, UNIT_DEVIATION)],
    "K": K,
    "units": [],
}
best = []
for unit in range(5):
    lengths = [3, 4, 5] if unit == 4 else [2, 3, 4]
    everything = [entry for length in lengths for entry in scored(unit, length)]
    order = sorted(range(len(everything)), key=lambda index: -everything[index][0])
    pick = lambda indexes: [{"score": everything[index][0], "blocks": everything[index][1]} for index in indexes]
    some = list(range(0, len(everything), len(everything) // 12))
    values = np.array([score for score, _ in everything])
    answer["units"].append(
        {
            "count": len(everything),
            "mean": float(values.mean()),
            "deviation": float(values.std()),
            "best": pick(order[: max(K)]),
            "worst": pick(order[-2:]),
            "sample": pick(some),
        }
    )
    best.append([everything[index] for index in order[: K[unit]]])
sums = sorted((tuple(choice) for choice in itertools.product(*best)), key=lambda choice: -sum(score for score, _ in choice))
answer["size"] = len(sums)
answer["top10"] = [
    {"sum": sum(score for score, _ in choice), "sequences": [blocks for _, blocks in choice]} for choice in sums[:10]
]
json.dump(answer, sys.stdout, separators=(",", ":"))
print()
