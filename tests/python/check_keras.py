"""Runs a generated Keras model on given weights.

Usage: python3 check_keras.py FOLDER, which holds
  network.py    the generated source
  weights.json  [{"layer": "stem_conv", "name": "kernel", "shape": [...]}, ...]
  weights.bin   their values in Keras's order of axes, float32 little-endian, one after the other
  input.bin     float32, of the shape in case.json, channels last
  case.json     {"shape": [...], "token": false}
Prints JSON: {"parameters", "output", "shape"}; the output is compared by the caller.
"""
import importlib.util
import json
import math
import os
import sys

import numpy


def main(folder):
    spec = importlib.util.spec_from_file_location("network", os.path.join(folder, "network.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    model = module.build()
    with open(os.path.join(folder, "weights.json")) as file:
        entries = json.load(file)
    values = numpy.fromfile(os.path.join(folder, "weights.bin"), dtype="<f4")
    given, start = {}, 0
    for entry in entries:
        size = math.prod(entry["shape"])
        given[entry["layer"], entry["name"]] = values[start : start + size].reshape(entry["shape"])
        start += size
    for layer in model.layers:
        for weight in layer.weights:
            weight.assign(given.pop((layer.name, weight.name)))
    assert not given, f"the model lacks {sorted(given)}"
    with open(os.path.join(folder, "case.json")) as file:
        case = json.load(file)
    data = numpy.fromfile(os.path.join(folder, "input.bin"), dtype="<f4").reshape(case["shape"])
    data = data.astype("int32") if case["token"] else data
    output = model.predict(data, verbose=0)
    print(
        json.dumps(
            {
                "parameters": sum(math.prod(weight.shape) for weight in model.trainable_weights),
                "shape": list(output.shape),
                "output": output.ravel().tolist(),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
