import { globalValue, nodeValue } from "../../formats/notationDetails";
import type { Architecture } from "../../architecture";
import type { FeatureValue, SearchSpace } from "../../searchSpace";
import { activate, featuresOf } from "../layers";
import { ACTIVATIONS, type ActivationName, type Network } from "../network";
import { NetworkBuilder, type Tensor } from "../networkBuilder";
import { number, object, oneOf, text, whole, yesNo, type Read } from "./fields";

/**
 * Transformer blocks with normalisation in front, of text (GPT) or images (ViT). Where an architecture says its
 * features, heads or MLP ratio under the names given here, its own values count; else those of the template.
 */
export type TransformerTemplate = {
  readonly family: "transformer";
  readonly input:
    | {
        readonly kind: "images";
        readonly resolution: number;
        readonly inputChannels: number;
        readonly patch: number;
        readonly classToken: boolean;
        readonly numClasses: number;
      }
    /** The output are scores of the next token at every place. */
    | { readonly kind: "tokens"; readonly vocabulary: number; readonly context: number };
  readonly features: number;
  readonly heads: number;
  readonly mlpRatio: number;
  /** Of the linear layers; normalisations always have theirs. */
  readonly bias: boolean;
  /** Features of one head; 0 divides those of the token among the heads. */
  readonly headSize: number;
  readonly causal: boolean;
  readonly activation: ActivationName;
  /** Whether a second layer of the MLP, without activation, is multiplied with the first (SwiGLU where that is swish). */
  readonly gated: boolean;
  /** Whether a learned vector is added for every place. */
  readonly position: boolean;
  /** Names of the features that say these of an architecture or of a layer. */
  readonly names: {
    readonly features: string;
    readonly heads: string;
    readonly mlpRatio: string;
    readonly bias: string;
  };
};

type Input = TransformerTemplate["input"];

const readImages = object<Extract<Input, { kind: "images" }>>({
  kind: oneOf(["images"]),
  resolution: whole(1, 4096),
  inputChannels: whole(1, 1024),
  patch: whole(1, 256),
  classToken: yesNo,
  numClasses: whole(1),
});
const readTokens = object<Extract<Input, { kind: "tokens" }>>({
  kind: oneOf(["tokens"]),
  vocabulary: whole(1),
  context: whole(1, 8192),
});

export const readTransformerTemplate: Read<TransformerTemplate> = object<TransformerTemplate>({
  family: oneOf(["transformer"]),
  input: (value, field, faults) =>
    typeof value === "object" && value !== null && "kind" in value && value.kind === "tokens"
      ? readTokens(value, field, faults)
      : readImages(value, field, faults),
  features: whole(1),
  heads: whole(1, 1024),
  mlpRatio: number(0.01, 100),
  bias: yesNo,
  headSize: whole(0),
  causal: yesNo,
  activation: oneOf(ACTIVATIONS),
  gated: yesNo,
  position: yesNo,
  names: object<TransformerTemplate["names"]>({ features: text, heads: text, mlpRatio: text, bias: text }),
});

/** @throws NetworkError where features do not split into heads */
export function buildTransformer(
  space: SearchSpace,
  architecture: Architecture,
  template: TransformerTemplate,
): Network {
  const { names, input } = template;
  const features = numberOr(globalValue(space, architecture, names.features), template.features);
  const bias = yesOr(globalValue(space, architecture, names.bias), template.bias);
  const net =
    input.kind === "tokens"
      ? new NetworkBuilder([input.context], "token")
      : new NetworkBuilder([input.inputChannels, input.resolution, input.resolution]);
  net.startPart("embedding");
  let tensor = embedded(net, features, input);
  if (template.position) tensor = net.add("position", { kind: "position" }, tensor);
  for (const [index, node] of architecture.units.flat().entries()) {
    net.startPart(`layer ${index + 1}`);
    const own = (name: string) => nodeValue(space, node, name) ?? globalValue(space, architecture, name);
    const heads = numberOr(own(names.heads), template.heads);
    tensor = block(net, tensor, {
      heads,
      inner: template.headSize === 0 ? features : template.headSize * heads,
      hidden: Math.round(features * numberOr(own(names.mlpRatio), template.mlpRatio)),
      bias,
      causal: template.causal,
      activation: template.activation,
      gated: template.gated,
    });
  }
  net.startPart("head");
  tensor = net.add("norm", { kind: "layerNorm" }, tensor);
  return net.finish(architecture.id, readOut(net, tensor, input));
}

function embedded(net: NetworkBuilder, features: number, input: Input): Tensor {
  if (input.kind === "tokens")
    return net.add("tokens", { kind: "embedding", vocabulary: input.vocabulary, features }, net.input);
  const patches = net.add(
    "patches",
    {
      kind: "conv",
      outChannels: features,
      kernel: input.patch,
      stride: input.patch,
      padding: 0,
      dilation: 1,
      groups: 1,
      bias: true,
    },
    net.input,
  );
  const tokens = net.add("tokens", { kind: "toTokens" }, patches);
  return input.classToken ? net.add("class", { kind: "classToken" }, tokens) : tokens;
}

type Block = {
  readonly heads: number;
  readonly inner: number;
  readonly hidden: number;
  readonly bias: boolean;
  readonly causal: boolean;
  readonly activation: ActivationName;
  readonly gated: boolean;
};

function block(net: NetworkBuilder, input: Tensor, settings: Block): Tensor {
  const { heads, inner, hidden, bias, causal, activation, gated } = settings;
  const linear = (role: string, tensor: Tensor, outFeatures: number) =>
    net.add(role, { kind: "linear", outFeatures, bias }, tensor);
  const normed = net.add("norm1", { kind: "layerNorm" }, input);
  const [queries, keys, values] = [
    linear("query", normed, inner),
    linear("key", normed, inner),
    linear("value", normed, inner),
  ];
  const mixed = net.add("attention", { kind: "attention", heads, causal }, queries, keys, values);
  const attended = net.add("skip1", { kind: "add" }, linear("out", mixed, featuresOf(input)), input);
  const again = net.add("norm2", { kind: "layerNorm" }, attended);
  const widened = activate(net, "act", linear("up", again, hidden), activation);
  const hiddenTensor = gated
    ? net.add("product", { kind: "multiply" }, widened, linear("gate", again, hidden))
    : widened;
  return net.add("skip2", { kind: "add" }, linear("down", hiddenTensor, featuresOf(input)), attended);
}

function readOut(net: NetworkBuilder, tensor: Tensor, input: Input): Tensor {
  if (input.kind === "tokens")
    return net.add("scores", { kind: "linear", outFeatures: input.vocabulary, bias: false }, tensor);
  const one = net.add("first", { kind: "firstToken" }, tensor);
  return net.add("classifier", { kind: "linear", outFeatures: input.numClasses, bias: true }, one);
}

const numberOr = (value: FeatureValue | null, other: number): number =>
  typeof value === "number" && value > 0 ? value : other;

const yesOr = (value: FeatureValue | null, other: boolean): boolean =>
  value === null ? other : /^(?:true|yes|1)$/i.test(String(value));
