/** Templates of published networks. Channels and strides are those of the papers' own code. */
import type { DartsTemplate } from "./dartsTemplate";
import type { EdgeCellTemplate } from "./edgeCellTemplate";
import type { MbconvTemplate } from "./mbconvTemplate";
import type { NodeCellTemplate } from "./nodeCellTemplate";
import type { TransformerTemplate } from "./transformerTemplate";

/** Once-for-all MobileNetV3, width 1: channels, strides, squeeze and head of MobileNetV3-Large. */
export const OFA_MOBILENET_V3: MbconvTemplate = {
  family: "mbconv",
  resolution: 224,
  inputChannels: 3,
  numClasses: 1000,
  width: 1,
  divisor: 8,
  stem: { channels: 16, kernel: 3, stride: 2, activation: "hswish" },
  fixed: [{ channels: 16, stride: 1, activation: "relu", squeeze: 0, expand: 1, kernel: 3 }],
  units: [
    { channels: 24, stride: 2, activation: "relu", squeeze: 0 },
    { channels: 40, stride: 2, activation: "relu", squeeze: 4 },
    { channels: 80, stride: 2, activation: "hswish", squeeze: 0 },
    { channels: 112, stride: 1, activation: "hswish", squeeze: 4 },
    { channels: 160, stride: 2, activation: "hswish", squeeze: 4 },
  ],
  head: { expand: 960, mix: 1280, activation: "hswish" },
};

/** ProxylessNAS as once-for-all trains it, width 1.3. */
export const OFA_PROXYLESS: MbconvTemplate = {
  family: "mbconv",
  resolution: 224,
  inputChannels: 3,
  numClasses: 1000,
  width: 1.3,
  divisor: 8,
  stem: { channels: 32, kernel: 3, stride: 2, activation: "relu6" },
  fixed: [{ channels: 16, stride: 1, activation: "relu6", squeeze: 0, expand: 1, kernel: 3 }],
  units: [
    [24, 2],
    [40, 2],
    [80, 2],
    [96, 1],
    [192, 2],
    [320, 1],
  ].map(([channels = 0, stride = 1]) => ({ channels, stride, activation: "relu6", squeeze: 0 })),
  head: { expand: 1280, mix: 0, activation: "relu6" },
};

/** The sample `staged`: a small network for grey images of 28 pixels. */
export const STAGED_SAMPLE: MbconvTemplate = {
  family: "mbconv",
  resolution: 28,
  inputChannels: 1,
  numClasses: 10,
  width: 1,
  divisor: 1,
  stem: { channels: 4, kernel: 3, stride: 2, activation: "relu" },
  fixed: [],
  units: [
    [4, 2],
    [4, 1],
    [6, 2],
    [8, 1],
  ].map(([channels = 0, stride = 1]) => ({ channels, stride, activation: "relu", squeeze: 0 })),
  head: { expand: 0, mix: 0, activation: "relu" },
};

/** NAS-Bench-201 on CIFAR-10: three stages of five cells with residual blocks between them. */
export const NAS_BENCH_201: EdgeCellTemplate = {
  family: "edgeCell",
  resolution: 32,
  inputChannels: 3,
  numClasses: 10,
  stem: { channels: 16, kernel: 3, stride: 1 },
  stages: [16, 32, 64].map((channels) => ({ channels, cells: 5 })),
  reduction: {
    main: "relu > conv 3x3 > bn > relu > conv 3x3 > bn",
    shortcut: "avgpool 2x2 stride 2 > conv 1x1",
  },
  operations: {},
};

/** The sample `cell`: one cell a stage, lighter reductions. */
export const CELL_SAMPLE: EdgeCellTemplate = {
  family: "edgeCell",
  resolution: 28,
  inputChannels: 1,
  numClasses: 10,
  stem: { channels: 8, kernel: 3, stride: 2 },
  stages: [8, 16, 32].map((channels) => ({ channels, cells: 1 })),
  reduction: { main: "avgpool 2x2 stride 2 ceil > relu > conv 1x1 > bn", shortcut: "" },
  operations: {},
};

/** NAS-Bench-101 on CIFAR-10: three stacks of three cells, 128 channels to begin with. */
export const NAS_BENCH_101: NodeCellTemplate = {
  family: "nodeCell",
  resolution: 32,
  inputChannels: 3,
  numClasses: 10,
  stemChannels: 128,
  stacks: 3,
  cells: 3,
  operations: {},
};

/** DARTS on CIFAR-10 as its cells are evaluated: 20 cells, 36 channels, without the auxiliary head. */
export const DARTS: DartsTemplate = {
  family: "darts",
  resolution: 32,
  inputChannels: 3,
  numClasses: 10,
  channels: 36,
  cells: 20,
  stemMultiplier: 3,
  operations: {},
};

/** A vision transformer of AutoFormer's kind for images of 224 pixels: heads of 64 features. */
export const VISION_TRANSFORMER: TransformerTemplate = {
  family: "transformer",
  input: { kind: "images", resolution: 224, inputChannels: 3, patch: 16, classToken: true, numClasses: 1000 },
  features: 192,
  heads: 3,
  mlpRatio: 4,
  bias: true,
  headSize: 64,
  causal: false,
  activation: "gelu",
  gated: false,
  position: true,
  names: { features: "hidden_dim", heads: "num_heads", mlpRatio: "mlp_ratio", bias: "bias" },
};

/** GPT of HW-GPT's small space: heads of 64 features, gated MLPs, GPT-NeoX's vocabulary, a short context. */
export const LANGUAGE_TRANSFORMER: TransformerTemplate = {
  family: "transformer",
  input: { kind: "tokens", vocabulary: 50254, context: 128 },
  features: 384,
  heads: 8,
  mlpRatio: 4,
  bias: true,
  headSize: 64,
  causal: true,
  activation: "swish",
  gated: true,
  position: false,
  names: { features: "embed_dim", heads: "n_head", mlpRatio: "mlp_ratio", bias: "bias" },
};
