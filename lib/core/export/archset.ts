/** Writes archset JSON: feature values, not codes, so that other tools can read it and Archwright can read it back. */
import type { Architecture, EvaluatedArchitecture } from "../architecture";
import type { Dataset, Metric } from "../dataset";
import { ARCHSET_FORMAT, ARCHSET_VERSION, archsetUnits, valuesByName } from "../formats/archset";
import { writeNotation } from "../formats/notation";
import type { SearchSpace } from "../searchSpace";

/** What an assembled architecture rests on. */
export type Provenance = {
  /** sha256 of the file the dataset came from. */
  readonly datasetHash: string;
  readonly predictorId: string | null;
  readonly seed: number | null;
  /** The target expression that `predicted` is in. */
  readonly target: string | null;
  readonly predicted: { readonly value: number; readonly low: number; readonly high: number } | null;
};

const INDENT = 1;

/** A whole dataset as archset JSON; imported again it is equal. */
export const datasetToArchset = ({ name, space, metrics, architectures }: Dataset): string =>
  JSON.stringify(
    {
      format: ARCHSET_FORMAT,
      version: ARCHSET_VERSION,
      name,
      space,
      metrics,
      architectures: architectures.map((architecture) => ({
        ...rowOf(space, architecture),
        metrics: metricsByLabel(metrics, architecture),
      })),
    },
    null,
    INDENT,
  );

/** One assembled architecture, without measured metrics, with what it rests on and its source's own notation. */
export const assembledToArchset = (
  name: string,
  space: SearchSpace,
  architecture: Architecture,
  provenance: Provenance,
): string =>
  JSON.stringify(
    {
      format: ARCHSET_FORMAT,
      version: ARCHSET_VERSION,
      name,
      space,
      metrics: [],
      provenance,
      architectures: [
        { ...rowOf(space, architecture), notation: writeNotation(space, architecture), metrics: {} },
      ],
    },
    null,
    INDENT,
  );

const rowOf = (space: SearchSpace, architecture: Architecture) => ({
  id: architecture.id,
  units: archsetUnits(space, architecture),
  ...(space.globalFeatures.length > 0
    ? { globals: valuesByName(space.globalFeatures, architecture.globals) }
    : {}),
  ...(architecture.edges ? { edges: architecture.edges } : {}),
});

const metricsByLabel = (metrics: readonly Metric[], architecture: EvaluatedArchitecture) =>
  Object.fromEntries(metrics.map(({ label }, index) => [label, architecture.metrics[index] ?? null]));

/** A dataset as the header and rows of a CSV in its source's notation; imported again it has the same architectures. */
export function datasetToTable({ space, metrics, architectures }: Dataset): {
  header: string[];
  rows: (string | number)[][];
} {
  const byUnit = space.notation === "block-tokens";
  const columns = byUnit ? space.units.map((_, index) => `u${index + 1}`) : ["architecture"];
  const resolution = byUnit ? space.globalFeatures.map(({ name }) => name) : [];
  return {
    header: ["id", ...columns, ...resolution, ...metrics.map(({ label }) => label)],
    rows: architectures.map((architecture) => {
      const text = writeNotation(space, architecture);
      return [
        architecture.id,
        ...(byUnit ? text.split(" | ") : [text]),
        ...(byUnit ? architecture.globals : []),
        ...architecture.metrics.map((value) => value ?? ""),
      ];
    }),
  };
}
