/** Writes a network as the source of a PyTorch module that needs torch and nothing else. */
import { countNetwork } from "../../blocks/count";
import { INPUT, shapesByName, type Network } from "../../blocks/network";
import { groupByPart } from "../groupByPart";
import { plainText } from "../plainText";
import { tensorNames } from "../tensorNames";
import { torchLayer, type Helper } from "./expressions";

const HELPERS: Readonly<Record<Helper, string>> = {
  position: `class Position(nn.Module):
    """Adds a learned vector to every token."""

    def __init__(self, tokens, features):
        super().__init__()
        self.weight = nn.Parameter(0.02 * torch.randn(tokens, features))

    def forward(self, x):
        return x + self.weight
`,
  classToken: `class ClassToken(nn.Module):
    """Puts one learned token in front."""

    def __init__(self, features):
        super().__init__()
        self.weight = nn.Parameter(0.02 * torch.randn(1, features))

    def forward(self, x):
        return torch.cat([self.weight.expand(x.shape[0], 1, -1), x], dim=1)
`,
  attention: `def attention(queries, keys, values, heads, causal=False):
    """Scaled dot products of tokens [batch, tokens, features], in equal parts for every head."""
    batch, tokens, features = queries.shape
    q, k, v = (x.view(batch, tokens, heads, features // heads).transpose(1, 2) for x in (queries, keys, values))
    scores = q @ k.transpose(2, 3) / (features // heads) ** 0.5
    if causal:
        later = torch.ones(tokens, tokens, dtype=torch.bool, device=scores.device).triu(1)
        scores = scores.masked_fill(later, float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, tokens, features)
`,
};

/** The module's source; its class is `Network`, its layers are named as ours are. */
export function writePytorch(network: Network): string {
  const shapes = shapesByName(network);
  const names = new Map([[INPUT, INPUT], ...tensorNames(network.layers, network.output)]);
  const layers = network.layers.map((layer) => ({
    layer,
    ...torchLayer(
      layer,
      layer.inputs.map((input) => names.get(input) ?? input),
      shapes.get(layer.inputs[0] ?? "") ?? [],
    ),
  }));
  const helpers = [...new Set(layers.flatMap(({ helper }) => helper ?? []))];
  const groups = groupByPart(layers, ({ layer }) => layer.part);
  const { parameters, macs } = countNetwork(network);
  const isToken = network.inputType === "token";
  const shape = ["batch", ...network.inputShape].join(", ");
  const example = isToken
    ? `torch.zeros(1, ${network.inputShape.join(", ")}, dtype=torch.long)`
    : `torch.zeros(1, ${network.inputShape.join(", ")})`;
  return [
    `"""${plainText(network.name)}: written by Archwright.`,
    ``,
    `${parameters} parameters, ${macs} multiply-accumulates for one input.`,
    `Input: ${isToken ? "token numbers" : "floats"} [${shape}]; output: [${["batch", ...(shapes.get(network.output) ?? [])].join(", ")}].`,
    `"""`,
    `import torch`,
    `from torch import nn`,
    ``,
    ``,
    ...helpers.flatMap((helper) => [HELPERS[helper], ``]),
    `class Network(nn.Module):`,
    `    def __init__(self):`,
    `        super().__init__()`,
    ...groups.flatMap(([part, members]) => {
      const lines = members.flatMap(({ layer, module }) =>
        module === null ? [] : [`        self.${layer.name} = ${module}`],
      );
      return lines.length === 0 ? [] : [`        # ${part}`, ...lines];
    }),
    ``,
    `    def forward(self, ${INPUT}):`,
    ...groups.flatMap(([part, members]) => [
      `        # ${part}`,
      ...members.map(({ layer, expression }) => `        ${names.get(layer.name)} = ${expression}`),
    ]),
    `        return ${names.get(network.output)}`,
    ``,
    ``,
    `if __name__ == "__main__":`,
    `    network = Network().eval()`,
    `    print(sum(p.numel() for p in network.parameters()), "parameters")`,
    `    print(tuple(network(${example}).shape))`,
    ``,
  ].join("\n");
}
