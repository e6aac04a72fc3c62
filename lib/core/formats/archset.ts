import { featureValue, type FeatureValue, type SearchSpace, type Structure } from "../searchSpace";
import type { Architecture, Edge } from "../architecture";
import type { RawNode, Reader } from "./reader";
import { isRecord } from "./readTable";

export const ARCHSET_FORMAT = "archset";
export const ARCHSET_VERSION = 1;

/** An architecture as archset JSON holds it: values, not codes, so that other tools can read it. */
export type ArchsetArchitecture = {
  readonly id: string;
  readonly units: readonly (readonly RawNode[])[];
  readonly globals?: Readonly<Record<string, FeatureValue>>;
  readonly metrics: Readonly<Record<string, number | null>>;
};

const STRUCTURES: readonly Structure[] = ["staged", "chain", "cell", "graph", "flat"];

/** The project's own JSON; see public/schema/archset.schema.json. */
export const archset: Reader = {
  id: ARCHSET_FORMAT,
  label: "archset JSON of Archwright",
  match(table) {
    const { format, space } = table.meta;
    if (format !== ARCHSET_FORMAT || !isRecord(space)) return null;
    const units = asRecords(space.units);
    const layerNames = units.map(({ layerNames: names }) => (Array.isArray(names) ? names.map(String) : []));
    return {
      structure: STRUCTURES.find((structure) => structure === space.structure) ?? "staged",
      columns: ["units", "globals", "provenance"],
      unitNames: units.map(({ name }) => String(name)),
      ...(layerNames.some((names) => names.length > 0) ? { layerNames } : {}),
      ...(isEdges(space.edges) ? { edges: space.edges } : {}),
      constants: isRecord(space.constants) ? (space.constants as SearchSpace["constants"]) : {},
      row({ cells }) {
        if (!Array.isArray(cells.units) || cells.units.length === 0)
          return { ok: false, field: "units", message: "holds no units" };
        const bad = cells.units.findIndex((unit) => !Array.isArray(unit) || !unit.every(isRawNode));
        if (bad >= 0)
          return { ok: false, field: `units[${bad}]`, message: "is not a list of nodes with feature values" };
        const globals = isRawNode(cells.globals) ? cells.globals : {};
        return { ok: true, units: cells.units as RawNode[][], globals };
      },
    };
  },
  write: (space, architecture) => JSON.stringify(archsetUnits(space, architecture)),
};

/** Feature values of every node, unit by unit; features that do not apply are left out. */
export const archsetUnits = (space: SearchSpace, architecture: Architecture): RawNode[][] =>
  architecture.units.map((unit) => unit.map((node) => named(space.nodeFeatures, node)));

/** Values by feature name. */
export function named(features: SearchSpace["nodeFeatures"], codes: readonly number[]): RawNode {
  return Object.fromEntries(
    features.flatMap((feature, index) => {
      const value = featureValue(feature, codes[index] ?? -1);
      return value === null ? [] : [[feature.name, value]];
    }),
  );
}

const isRawNode = (value: unknown): value is RawNode =>
  isRecord(value) &&
  Object.values(value).every((entry) => typeof entry === "string" || Number.isFinite(entry));

const isEdges = (value: unknown): value is Edge[] =>
  Array.isArray(value) &&
  value.every(
    (edge) => Array.isArray(edge) && edge.length === 2 && edge.every((end) => Number.isInteger(end)),
  );

const asRecords = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
