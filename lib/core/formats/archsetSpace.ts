import type { Edge } from "../architecture";
import type { Metric } from "../dataset";
import {
  FEATURE_KINDS,
  type Feature,
  type FeatureValue,
  type SearchSpace,
  type Structure,
  type UnitSpace,
} from "../searchSpace";
import type { RawNode } from "./reader";
import { isRecord } from "./readTable";

/** Thrown inside this file for the part of a declaration that is not what it should be. */
class Malformed extends Error {}

/** The space that an archset declares, checked part by part, or which part is wrong and why. */
export function readSpace(
  value: unknown,
): SearchSpace | { readonly field: string; readonly message: string } {
  try {
    return spaceOf(value);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const [field = "", message = ""] = error.message.split("\n");
    return { field, message };
  }
}

function demand(condition: boolean, field: string, message: string): asserts condition {
  if (!condition) throw new Malformed(`${field}\n${message}`);
}

const STRUCTURES: readonly Structure[] = ["staged", "chain", "cell", "graph", "flat"];
const KINDS: readonly Feature["kind"][] = FEATURE_KINDS;

function spaceOf(value: unknown): SearchSpace {
  demand(isRecord(value), "space", "is missing");
  const structure = STRUCTURES.find((known) => known === value.structure);
  demand(structure !== undefined, "space.structure", `is not one of ${STRUCTURES.join(", ")}`);
  demand(typeof value.notation === "string", "space.notation", "is not a text");
  const units = listOf(value.units, "space.units", unitOf);
  demand(units.length > 0, "space.units", "is empty");
  const nodeFeatures = listOf(value.nodeFeatures, "space.nodeFeatures", featureOf);
  const globalFeatures = listOf(value.globalFeatures, "space.globalFeatures", featureOf);
  for (const list of [nodeFeatures, globalFeatures]) {
    const names = list.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    demand(twice === undefined, "space", `has the feature ${JSON.stringify(twice)} twice`);
  }
  const { edges } = value;
  demand(edges === undefined || isEdges(edges), "space.edges", "is not a list of [source, target] pairs");
  return {
    structure,
    units,
    nodeFeatures,
    globalFeatures,
    ...(edges === undefined ? {} : { edges }),
    notation: value.notation,
    constants: constantsOf(value.constants),
  };
}

function listOf<Item>(value: unknown, field: string, read: (item: unknown, field: string) => Item): Item[] {
  demand(Array.isArray(value), field, "is not a list");
  return value.map((item: unknown, index) => read(item, `${field}[${index}]`));
}

const isLength = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function unitOf(value: unknown, field: string): UnitSpace {
  demand(isRecord(value) && typeof value.name === "string", `${field}.name`, "is not a text");
  const { lengths, layerNames, joinsNext } = value;
  demand(
    Array.isArray(lengths) && lengths.every(isLength),
    `${field}.lengths`,
    "is not a list of whole numbers",
  );
  demand(
    layerNames === undefined ||
      (Array.isArray(layerNames) && layerNames.every((name) => typeof name === "string")),
    `${field}.layerNames`,
    "is not a list of texts",
  );
  return {
    name: value.name,
    lengths: [...new Set(lengths)].sort((a, b) => a - b),
    ...(layerNames === undefined ? {} : { layerNames }),
    ...(typeof joinsNext === "boolean" ? { joinsNext } : {}),
  };
}

function featureOf(value: unknown, field: string): Feature {
  demand(isRecord(value) && typeof value.name === "string", `${field}.name`, "is not a text");
  const { name, values } = value;
  const kind = KINDS.find((known) => known === value.kind);
  demand(kind !== undefined, `${field}.kind`, `is not one of ${KINDS.join(", ")}`);
  demand(
    Array.isArray(values) && values.length > 0 && values.every(isFeatureValue),
    `${field}.values`,
    "is not a list of texts or numbers",
  );
  demand(
    new Set(values).size === values.length || kind === "continuous",
    `${field}.values`,
    "has a value twice",
  );
  demand(
    kind !== "continuous" || values.every((entry) => typeof entry === "number"),
    `${field}.values`,
    "are not numbers, as those of a continuous feature are",
  );
  return { name, kind, values };
}

type Constant = SearchSpace["constants"][string];

const constantsOf = (value: unknown): SearchSpace["constants"] =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(isConstant)) : {};

const isConstant = (entry: [string, unknown]): entry is [string, Constant] =>
  entry[1] === null ||
  isFeatureValue(entry[1]) ||
  (Array.isArray(entry[1]) && entry[1].every(isFeatureValue));

const isFeatureValue = (value: unknown): value is FeatureValue =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value));

export const isRawNode = (value: unknown): value is RawNode =>
  isRecord(value) && Object.values(value).every(isFeatureValue);

export const isEdges = (value: unknown): value is Edge[] =>
  Array.isArray(value) &&
  value.every((edge) => Array.isArray(edge) && edge.length === 2 && edge.every((end) => isLength(end)));

/** The metrics that an archset declares; null where it does not, so that they are found as in any table. */
export function readMetrics(value: unknown): Metric[] | null {
  if (!Array.isArray(value) || !value.every(isMetric)) return null;
  const isTwice = (key: "name" | "label") => new Set(value.map((metric) => metric[key])).size < value.length;
  return isTwice("name") || isTwice("label") ? null : value;
}

/** Names are identifiers of target expressions. */
const METRIC_NAME = /^[a-z_][a-z0-9_]*$/i;

const isMetric = (value: unknown): value is Metric =>
  isRecord(value) &&
  typeof value.label === "string" &&
  typeof value.name === "string" &&
  METRIC_NAME.test(value.name) &&
  (value.unit === null || typeof value.unit === "string") &&
  (value.goal === null || value.goal === "max" || value.goal === "min");
