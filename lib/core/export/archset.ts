/** Writes archset JSON: feature values, not codes, so that other tools can read it and Archwright can read it back. */
import type { Architecture, EvaluatedArchitecture } from "../architecture";
import { latencyMetric, type BrowserLatency } from "../browserLatency";
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
  /** What a browser measured of it after it was built. */
  readonly latencies?: readonly BrowserLatency[];
};

/** A whole dataset as archset JSON; imported again it is equal. */
export const datasetToArchset = ({ name, space, metrics, architectures }: Dataset): string =>
  archsetText(
    { name, ...declaration(space, metrics) },
    architectures.map((architecture) => ({
      ...archsetRow(space, architecture),
      metrics: metricsByLabel(metrics, architecture),
      ...(architecture.status === undefined ? {} : { status: architecture.status }),
    })),
  );

/**
 * One assembled architecture with what it rests on and its source's own notation. Medians of measured latencies are its
 * metrics; their spread and conditions stand with the provenance.
 */
export const assembledToArchset = (
  name: string,
  space: SearchSpace,
  architecture: Architecture,
  provenance: Provenance,
): string => {
  const measured = (provenance.latencies ?? []).map(({ backend, medianMs }) => ({
    metric: latencyMetric(backend),
    value: medianMs,
  }));
  const metrics = Object.fromEntries(measured.map(({ metric, value }) => [metric.label, value]));
  const row = { ...archsetRow(space, architecture), notation: writeNotation(space, architecture), metrics };
  const declared = declaration(
    space,
    measured.map(({ metric }) => metric),
  );
  return archsetText({ name, ...declared, provenance }, [row]);
};

/** What an archset says of all its rows. */
export const declaration = (space: SearchSpace, metrics: readonly Metric[]) => ({
  format: ARCHSET_FORMAT,
  version: ARCHSET_VERSION,
  space,
  metrics,
});

/** The declaration for people to read, then a line a row: indented like it, rows would be ten times as long. */
export function archsetText(head: Readonly<Record<string, unknown>>, rows: readonly unknown[]): string {
  const opening = JSON.stringify(head, null, 1).replace(/\n\}$/, "");
  return `${opening},\n "architectures": [\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n ]\n}\n`;
}

/** The architecture of one row in feature values, with the edges that are its own. */
export const archsetRow = (space: SearchSpace, architecture: Architecture) => ({
  id: architecture.id,
  units: archsetUnits(space, architecture),
  ...(space.globalFeatures.length > 0
    ? { globals: valuesByName(space.globalFeatures, architecture.globals) }
    : {}),
  ...(architecture.edges ? { edges: architecture.edges } : {}),
});

const metricsByLabel = (metrics: readonly Metric[], architecture: EvaluatedArchitecture) =>
  Object.fromEntries(metrics.map(({ label }, index) => [label, architecture.metrics[index] ?? null]));
