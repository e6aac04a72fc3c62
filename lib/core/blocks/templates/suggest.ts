import { plainName } from "../../formats/cells";
import { notationReader } from "../../formats/notationDetails";
import type { SearchSpace } from "../../searchSpace";
import type { MbconvTemplate } from "./mbconvTemplate";
import {
  CELL_SAMPLE,
  DARTS,
  LANGUAGE_TRANSFORMER,
  NAS_BENCH_101,
  NAS_BENCH_201,
  OFA_MOBILENET_V3,
  OFA_PROXYLESS,
  STAGED_SAMPLE,
  VISION_TRANSFORMER,
} from "./presets";
import type { Template } from "./template";
import type { TransformerTemplate } from "./transformerTemplate";

export type Suggestion = { readonly name: string; readonly template: Template };

const EDGE = /^\d+->\d+$/;

/** Templates that fit a space, the likeliest first; none where nothing is known of its operations. */
export function suggestTemplates(space: SearchSpace): Suggestion[] {
  if (hasNodeFeature(space, "expand") && hasNodeFeature(space, "kernel")) return bottlenecks(space);
  if (space.structure === "cell" && space.units[0]?.layerNames?.every((name) => EDGE.test(name)))
    return [
      { name: "NAS-Bench-201, CIFAR-10", template: NAS_BENCH_201 },
      { name: "The sample cell, grey images", template: CELL_SAMPLE },
    ];
  if (notationReader(space.notation) === "darts-genotype")
    return [{ name: "DARTS, CIFAR-10", template: DARTS }];
  const operations = space.nodeFeatures.flatMap(({ values }) => values);
  if (space.structure === "graph" && operations.includes("input") && operations.includes("output"))
    return [{ name: "NAS-Bench-101, CIFAR-10", template: NAS_BENCH_101 }];
  return transformers(space);
}

const hasNodeFeature = ({ nodeFeatures, constants }: SearchSpace, name: string): boolean =>
  nodeFeatures.some((feature) => feature.name === name) || typeof constants[name] === "number";

function bottlenecks(space: SearchSpace): Suggestion[] {
  const numUnits = space.units.length;
  const mobile = { name: "Once-for-all MobileNetV3, width 1", template: OFA_MOBILENET_V3 };
  const wide = { ...OFA_MOBILENET_V3, width: 1.2 };
  const known: Suggestion[] = [
    mobile,
    { name: "Once-for-all MobileNetV3, width 1.2", template: wide },
    { name: "Once-for-all ProxylessNAS, width 1.3", template: OFA_PROXYLESS },
    { name: "The sample staged, grey images", template: STAGED_SAMPLE },
  ].filter(({ template }) => template.units.length === numUnits);
  return known.length > 0
    ? known
    : [{ name: `MobileNetV3's channels over ${numUnits} units`, template: stretched(numUnits) }];
}

/** MobileNetV3's units for a space with another number of them: the first ones, or the last one again. */
function stretched(numUnits: number): MbconvTemplate {
  const { units } = OFA_MOBILENET_V3;
  const [last] = units.slice(-1);
  return {
    ...OFA_MOBILENET_V3,
    units: Array.from(
      { length: numUnits },
      (_, index) => units[index] ?? (last ? { ...last, stride: 1 } : []),
    )
      .flat()
      .slice(0, numUnits),
  };
}

const HEADS = new Set(["nhead", "nheads", "numheads", "heads", "attentionheads"]);
const RATIOS = new Set(["mlpratio", "ffnratio", "mlpratios"]);
const WIDTHS = new Set(["embeddim", "hiddendim", "dmodel", "nembd", "width", "hiddensize"]);

/** Spaces of transformers say heads in every layer; the names of their features go into the template. */
function transformers(space: SearchSpace): Suggestion[] {
  const find = (names: ReadonlySet<string>): string | null =>
    [...space.nodeFeatures, ...space.globalFeatures].find(({ name }) => names.has(plainName(name)))?.name ??
    Object.keys(space.constants).find((name) => names.has(plainName(name))) ??
    null;
  const heads = find(HEADS);
  // Stages of several blocks, of which a layer says how many (PiT), are another kind of network.
  if (heads === null || space.nodeFeatures.some(({ name }) => name === "depth")) return [];
  const named = (template: TransformerTemplate): TransformerTemplate => ({
    ...template,
    names: {
      features: find(WIDTHS) ?? template.names.features,
      heads,
      mlpRatio: find(RATIOS) ?? template.names.mlpRatio,
      bias: template.names.bias,
    },
  });
  const text = { name: "GPT, text", template: named(LANGUAGE_TRANSFORMER) };
  const images = { name: "Vision transformer, images of 224 pixels", template: named(VISION_TRANSFORMER) };
  return notationReader(space.notation) === "layer-lists" && heads.startsWith("n_")
    ? [text, images]
    : [images, text];
}
