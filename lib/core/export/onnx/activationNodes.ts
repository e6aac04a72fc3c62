import type { ActivationName } from "../../blocks/network";
import type { LayerWriter } from "./layerWriter";

const HALF = 0.5;

/** Nodes of an activation. */
export function activationNodes(to: LayerWriter, name: ActivationName, input: string): void {
  switch (name) {
    case "relu":
      to.node("Relu", [input]);
      return;
    case "relu6":
      to.node("Clip", [input, to.float("low", 0), to.float("high", 6)]);
      return;
    case "hswish":
      to.node("HardSwish", [input]);
      return;
    case "hsigmoid":
      to.node("HardSigmoid", [input], "", { alpha: { float: 1 / 6 }, beta: { float: HALF } });
      return;
    case "sigmoid":
      to.node("Sigmoid", [input]);
      return;
    case "swish":
      to.node("Mul", [input, to.node("Sigmoid", [input], "gate")]);
      return;
    case "tanh":
      to.node("Tanh", [input]);
      return;
    case "gelu":
      gelu(to, input);
  }
}

/** x * (1 + erf(x / sqrt 2)) / 2; ONNX has Gelu of its own only from opset 20. */
function gelu(to: LayerWriter, input: string): void {
  const scaled = to.node("Mul", [input, to.float("root", Math.SQRT1_2)], "scaled");
  const shifted = to.node("Add", [to.node("Erf", [scaled], "erf"), to.float("one", 1)], "shifted");
  const product = to.node("Mul", [input, shifted], "product");
  to.node("Mul", [product, to.float("half", HALF)]);
}
