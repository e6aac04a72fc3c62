/** One layer as PyTorch writes it: the module it needs, if any, and the line that runs it. */
import type { Layer, Shape } from "../../blocks/network";

export type Helper = "position" | "classToken" | "attention";

export type TorchLayer = {
  /** Right-hand side of `self.NAME = ...`; null where the layer stores nothing. */
  readonly module: string | null;
  readonly expression: string;
  /** A definition in front of the class that the line needs. */
  readonly helper: Helper | null;
};

const ACTIVATIONS = {
  relu: "nn.functional.relu",
  relu6: "nn.functional.relu6",
  hswish: "nn.functional.hardswish",
  hsigmoid: "nn.functional.hardsigmoid",
  sigmoid: "torch.sigmoid",
  swish: "nn.functional.silu",
  gelu: "nn.functional.gelu",
  tanh: "torch.tanh",
} as const;

/**
 * @param inputs Python's names of the tensors it takes
 * @param shape of the first of them
 */
export function torchLayer(layer: Layer, inputs: readonly string[], shape: Shape): TorchLayer {
  const { operation, name } = layer;
  const [input = ""] = inputs;
  const plain = (expression: string): TorchLayer => ({ module: null, expression, helper: null });
  const stored = (module: string, helper: Helper | null = null): TorchLayer => ({
    module,
    expression: `self.${name}(${input})`,
    helper,
  });
  switch (operation.kind) {
    case "conv":
      return stored(convolution(operation, shape[0] ?? 0));
    case "batchNorm":
      return stored(`nn.BatchNorm2d(${shape[0]})`);
    case "linear": {
      const bias = operation.bias ? "" : ", bias=False";
      return stored(`nn.Linear(${shape.at(-1)}, ${operation.outFeatures}${bias})`);
    }
    case "layerNorm":
      return stored(`nn.LayerNorm(${shape.at(-1)})`);
    case "embedding":
      return stored(`nn.Embedding(${operation.vocabulary}, ${operation.features})`);
    case "position":
      return stored(`Position(${shape.join(", ")})`, "position");
    case "classToken":
      return stored(`ClassToken(${shape.at(-1)})`, "classToken");
    case "activation":
      return plain(`${ACTIVATIONS[operation.name]}(${input})`);
    case "pool": {
      const { pool, kernel, stride, padding, ceil } = operation;
      const outside = pool === "avg" ? ", count_include_pad=False" : "";
      const partly = ceil ? ", ceil_mode=True" : "";
      return plain(
        `nn.functional.${pool}_pool2d(${input}, ${kernel}, stride=${stride}, padding=${padding}${partly}${outside})`,
      );
    }
    case "globalPool":
      return plain(`${input}.mean((2, 3), keepdim=True)`);
    case "flatten":
      return plain(`torch.flatten(${input}, 1)`);
    case "toTokens":
      return plain(`torch.flatten(${input}, 2).transpose(1, 2)`);
    case "add":
      return plain(inputs.join(" + "));
    case "multiply":
      return plain(inputs.join(" * "));
    case "concat":
      return plain(`torch.cat([${inputs.join(", ")}], dim=1)`);
    case "zero":
      return plain(`torch.zeros_like(${input})`);
    case "dropFirst":
      return plain(`${input}[:, :, 1:, 1:]`);
    case "takeChannels":
      return plain(`${input}[:, :${operation.channels}]`);
    case "firstToken":
      return plain(`${input}[:, 0]`);
    case "attention": {
      const causal = operation.causal ? ", causal=True" : "";
      return {
        module: null,
        expression: `attention(${inputs.join(", ")}, heads=${operation.heads}${causal})`,
        helper: "attention",
      };
    }
  }
}

type Convolution = Extract<Layer["operation"], { kind: "conv" }>;

function convolution(operation: Convolution, inChannels: number): string {
  const { outChannels, kernel, stride, padding, dilation, groups, bias } = operation;
  const options = [
    stride === 1 ? "" : `stride=${stride}`,
    padding === 0 ? "" : `padding=${padding}`,
    dilation === 1 ? "" : `dilation=${dilation}`,
    groups === 1 ? "" : `groups=${groups}`,
    bias ? "" : "bias=False",
  ].filter((option) => option !== "");
  return `nn.Conv2d(${[inChannels, outChannels, kernel, ...options].join(", ")})`;
}
