"""Saves the weights of a generated PyTorch module, and says what it gives on an input.

Usage: python3 save_weights.py FOLDER, which holds
  network.py  the generated module
  input.bin   float32, of the shape in case.json
  case.json   {"shape": [...], "token": false, "wrapped": false, "zip": true}
Prints JSON: {"parameters", "output", "shape", "file"}; the file is what torch.save wrote, in base64.
"""
import base64
import importlib.util
import io
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


def main(folder):
    with open(os.path.join(folder, "case.json")) as file:
        case = json.load(file)
    torch.manual_seed(7)
    network = load(folder)
    with torch.no_grad():
        for buffer in network.buffers():
            # Statistics that differ everywhere, so that no mix-up goes unseen.
            if buffer.is_floating_point():
                buffer.copy_(0.5 + torch.rand_like(buffer))
    network.eval()
    data = numpy.fromfile(os.path.join(folder, "input.bin"), dtype="<f4").reshape(case["shape"])
    data = data.astype("int64") if case["token"] else data
    with torch.no_grad():
        output = network(torch.from_numpy(data))
    state = network.state_dict()
    written = io.BytesIO()
    torch.save(
        {"epoch": 3, "state_dict": state} if case["wrapped"] else state,
        written,
        _use_new_zipfile_serialization=case["zip"],
    )
    print(
        json.dumps(
            {
                "parameters": sum(p.numel() for p in network.parameters()),
                "shape": list(output.shape),
                "output": output.ravel().tolist(),
                "file": base64.b64encode(written.getvalue()).decode(),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
