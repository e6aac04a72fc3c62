import {
  featureValue,
  type Feature,
  type FeatureValue,
  type SearchSpace,
  type Structure,
  type UnitSpace,
} from "../searchSpace";
import type { Architecture, Edge } from "../architecture";
import type { RawNode, Reader } from "./reader";
import { isRecord } from "./readTable";

export const ARCHSET_FORMAT = "archset";
export const ARCHSET_VERSION = 1;

/** The project's own JSON; see public/schema/archset.schema.json. It says its search space itself. */
export const archset: Reader = {
  id: ARCHSET_FORMAT,
  label: "archset JSON of Archwright",
  match(table) {
    const space = table.meta.format === ARCHSET_FORMAT ? declaredSpace(table.meta.space) : null;
    if (space === null) return null;
    return {
      structure: space.structure,
      columns: ["units", "globals", "edges", "predicted", "notation"],
      space,
      row({ cells }) {
        if (!Array.isArray(cells.units) || cells.units.length === 0)
          return { ok: false, field: "units", message: "holds no units" };
        const bad = cells.units.findIndex((unit) => !Array.isArray(unit) || !unit.every(isRawNode));
        if (bad >= 0)
          return { ok: false, field: `units[${bad}]`, message: "is not a list of nodes with feature values" };
        const globals = isRawNode(cells.globals) ? cells.globals : {};
        const units = cells.units as RawNode[][];
        if (cells.edges === undefined) return { ok: true, units, globals };
        const edges = isEdges(cells.edges) ? cells.edges : null;
        const numNodes = units.reduce((sum, unit) => sum + unit.length, 0);
        if (edges === null || edges.some((edge) => edge.some((end) => end < 0 || end >= numNodes)))
          return {
            ok: false,
            field: "edges",
            message: `is not a list of [source, target] pairs below ${numNodes}`,
          };
        return { ok: true, units, globals, edges };
      },
    };
  },
  write: (space, architecture) => JSON.stringify(archsetUnits(space, architecture)),
};

/** Feature values of every node, unit by unit; features that do not apply are left out. */
export const archsetUnits = (space: SearchSpace, architecture: Architecture): RawNode[][] =>
  architecture.units.map((unit) => unit.map((node) => valuesByName(space.nodeFeatures, node)));

/** Values behind codes, by feature name. */
export function valuesByName(features: readonly Feature[], codes: readonly number[]): RawNode {
  return Object.fromEntries(
    features.flatMap((feature, index) => {
      const value = featureValue(feature, codes[index] ?? -1);
      return value === null ? [] : [[feature.name, value]];
    }),
  );
}

const STRUCTURES: readonly Structure[] = ["staged", "chain", "cell", "graph", "flat"];
const KINDS: readonly Feature["kind"][] = ["categorical", "ordinal", "continuous"];

/** The space of a file, checked part by part; null where any part is not what it should be. */
function declaredSpace(value: unknown): SearchSpace | null {
  if (!isRecord(value)) return null;
  const structure = STRUCTURES.find((known) => known === value.structure);
  const units = listOf(value.units, readUnit);
  const nodeFeatures = listOf(value.nodeFeatures, readFeature);
  const globalFeatures = listOf(value.globalFeatures, readFeature);
  if (!structure || !units || !nodeFeatures || !globalFeatures || typeof value.notation !== "string")
    return null;
  if (value.edges !== undefined && !isEdges(value.edges)) return null;
  return {
    structure,
    units,
    nodeFeatures,
    globalFeatures,
    ...(isEdges(value.edges) ? { edges: value.edges } : {}),
    notation: value.notation,
    constants: readConstants(value.constants),
  };
}

function listOf<Item>(value: unknown, read: (item: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.flatMap((item) => read(item) ?? []);
  return items.length === value.length ? items : null;
}

function readUnit(value: unknown): UnitSpace | null {
  if (!isRecord(value) || typeof value.name !== "string" || !Array.isArray(value.lengths)) return null;
  if (!value.lengths.every((length) => Number.isInteger(length) && Number(length) >= 0)) return null;
  const lengths = value.lengths.map(Number).sort((a, b) => a - b);
  const names = value.layerNames;
  return { name: value.name, lengths, ...(Array.isArray(names) ? { layerNames: names.map(String) } : {}) };
}

function readFeature(value: unknown): Feature | null {
  if (!isRecord(value) || typeof value.name !== "string" || !Array.isArray(value.values)) return null;
  const kind = KINDS.find((known) => known === value.kind);
  return kind && value.values.every(isFeatureValue) ? { name: value.name, kind, values: value.values } : null;
}

const readConstants = (value: unknown): SearchSpace["constants"] =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, entry]) => (isFeatureValue(entry) ? [[name, entry]] : [])),
      )
    : {};

const isFeatureValue = (value: unknown): value is FeatureValue =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value));

const isRawNode = (value: unknown): value is RawNode =>
  isRecord(value) && Object.values(value).every(isFeatureValue);

const isEdges = (value: unknown): value is Edge[] =>
  Array.isArray(value) &&
  value.every(
    (edge) => Array.isArray(edge) && edge.length === 2 && edge.every((end) => Number.isInteger(end)),
  );
