"""Compares a generated PyTorch module with the ONNX model of the same network and weights.

Usage: python3 check_pytorch.py FOLDER, which holds
  network.py    the generated module
  weights.json  [{"name": "stem_conv.weight", "shape": [...], "trained": true}, ...]
  weights.bin   their values, float32 little-endian, one after the other
  input.bin     float32, of the shape in case.json
  case.json     {"shape": [...], "token": false}
  model.onnx    read only where the onnx and onnxruntime packages are installed
Prints JSON: {"parameters", "output", "shape", "checked", "onnx"}; the output is compared by the caller.
"""
import importlib.util
import json
import os
import sys

import numpy
import torch


def load(folder):
    spec = importlib.util.spec_from_file_location("network", os.path.join(folder, "network.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Network()


def read_floats(folder, name):
    return numpy.fromfile(os.path.join(folder, name), dtype="<f4")


def read_weights(folder):
    with open(os.path.join(folder, "weights.json")) as file:
        entries = json.load(file)
    values = read_floats(folder, "weights.bin")
    state, start = {}, 0
    for entry in entries:
        size = int(numpy.prod(entry["shape"]))
        state[entry["name"]] = torch.from_numpy(values[start : start + size].reshape(entry["shape"]).copy())
        start += size
    assert start == len(values), f"{len(values) - start} values are left over"
    return state


def run_onnx(path, data):
    """Checks the model by ONNX's own rules and runs it; null where the packages are not installed."""
    try:
        import onnx
        import onnxruntime
    except ImportError:
        return None
    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(None, {"input": data})[0].ravel().tolist()


def main(folder):
    with open(os.path.join(folder, "case.json")) as file:
        case = json.load(file)
    network = load(folder)
    state = read_weights(folder)
    counters = [name for name in network.state_dict() if name.endswith("num_batches_tracked")]
    missing = set(network.state_dict()) - set(state) - set(counters)
    assert not missing, f"the weights lack {sorted(missing)}"
    outcome = network.load_state_dict(state, strict=False)
    assert not outcome.unexpected_keys, f"the module lacks {outcome.unexpected_keys}"
    network.eval()
    data = read_floats(folder, "input.bin").reshape(case["shape"])
    data = data.astype("int64") if case["token"] else data
    with torch.no_grad():
        output = network(torch.from_numpy(data))
    onnx_output = run_onnx(os.path.join(folder, "model.onnx"), data)
    print(
        json.dumps(
            {
                "parameters": sum(p.numel() for p in network.parameters()),
                "shape": list(output.shape),
                "output": output.ravel().tolist(),
                "checked": onnx_output is not None,
                "onnx": onnx_output,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
