/** A reduced space as a file: what every slot keeps, in feature values, so that it means something without the codes. */
import { ABSENT, type Node } from "../architecture";
import { valuesByName } from "../formats/archset";
import { isGlobalsModule } from "../module";
import type { Feature, FeatureValue, SearchSpace } from "../searchSpace";
import type { Predicted } from "./plan";
import { numAssembled, type Slot, type SlotModule } from "./slots";

const FORMAT = "archwright-reduced-space";

/** Where it comes from; for the record. */
export type ReducedOrigin = {
  readonly dataset: string;
  readonly datasetHash: string;
  readonly predictors: readonly { readonly name: string; readonly seed: number }[];
  readonly sought: readonly Predicted[];
  /** Architectures of the whole space; null where nobody counts them. */
  readonly wholeSize: bigint | null;
};

export function writeReducedSpace(space: SearchSpace, slots: readonly Slot[], origin: ReducedOrigin): string {
  const file = {
    format: FORMAT,
    version: 1,
    ...origin,
    wholeSize: origin.wholeSize?.toString() ?? null,
    size: numAssembled(slots).toString(),
    slots: slots.map(({ name, modules }) => ({
      name,
      modules: modules.map((module) => ({
        unit: module.unitIndex + 1,
        layers: module.layers.map((layer) => layer + 1),
        nodes: module.nodes.map((node) => valuesByName(featuresOf(space, module), node)),
        gains: module.gains,
      })),
    })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

export type ReadReduced =
  | { readonly ok: true; readonly slots: readonly Slot[]; readonly sought: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** A file of writeReducedSpace read for a dataset of the same features; else what is wrong and where. */
export function readReducedSpace(text: string, space: SearchSpace): ReadReduced {
  try {
    const file: unknown = JSON.parse(text);
    const { format, version, slots, sought } = record(file, "the file");
    if (format !== FORMAT) throw new Fault("this is no reduced space; export one from the Search page");
    if (version !== 1)
      throw new Fault(`version ${String(version)} is not known; this program reads version 1`);
    return {
      ok: true,
      slots: list(slots, "slots").map((slot, index) => readSlot(slot, `slots[${index}]`, space)),
      sought: list(sought, "sought").flatMap((one) => {
        const { name } = record(one, "sought");
        return typeof name === "string" ? [name] : [];
      }),
    };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, message: `The file cannot be used: ${error.message}.` };
    if (error instanceof SyntaxError)
      return { ok: false, message: "The file is no JSON. Choose one that Search exported." };
    throw error;
  }
}

class Fault extends Error {}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Fault(`${where} is no record`);
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new Fault(`${where} is no list`);
  return value;
}

function readSlot(value: unknown, where: string, space: SearchSpace): Slot {
  const { name, modules } = record(value, where);
  if (typeof name !== "string") throw new Fault(`${where}.name is no text`);
  const read = list(modules, `${where}.modules`).map((module, index) =>
    readModule(module, `${where}.modules[${index}]`, space),
  );
  if (read.length === 0) throw new Fault(`${where} has no modules`);
  return { name, modules: read };
}

function readModule(value: unknown, where: string, space: SearchSpace): SlotModule {
  const { unit, layers, nodes, gains } = record(value, where);
  const unitIndex = wholeNumber(unit, `${where}.unit`) - 1;
  if (unitIndex >= space.units.length)
    throw new Fault(`${where}.unit is ${unitIndex + 1}; the dataset has ${space.units.length} units`);
  const features = featuresOf(space, { unitIndex });
  return {
    unitIndex,
    layers: list(layers, `${where}.layers`).map((layer) => wholeNumber(layer, `${where}.layers`) - 1),
    nodes: list(nodes, `${where}.nodes`).map((node, index) =>
      readNode(record(node, `${where}.nodes[${index}]`), `${where}.nodes[${index}]`, features),
    ),
    gains: list(gains, `${where}.gains`).map((gain) => {
      if (typeof gain !== "number" || !Number.isFinite(gain))
        throw new Fault(`${where}.gains holds something that is no number`);
      return gain;
    }),
  };
}

const featuresOf = (space: SearchSpace, module: Pick<SlotModule, "unitIndex">): readonly Feature[] =>
  isGlobalsModule({ ...module, layers: [], nodes: [] }) ? space.globalFeatures : space.nodeFeatures;

function wholeNumber(value: unknown, where: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0)
    throw new Fault(`${where} is no whole number`);
  return value;
}

function readNode(values: Record<string, unknown>, where: string, features: readonly Feature[]): Node {
  return features.map((feature) => {
    const value = Object.hasOwn(values, feature.name) ? values[feature.name] : null;
    if (feature.kind === "continuous" && typeof value === "number") return value;
    if (value === null) return ABSENT;
    const code = feature.values.findIndex((legal: FeatureValue) => legal === value);
    if (code < 0)
      throw new Fault(
        `${where}.${feature.name} is ${JSON.stringify(value)}, not one of ${feature.values.join(", ")}`,
      );
    return code;
  });
}
