import { archsetUnits, valuesByName } from "@/lib/core/formats/archset";
import type { Dataset } from "@/lib/core/dataset";
import { importFile } from "@/lib/core/formats";
import type { ImportOutcome } from "@/lib/core/formats/format";
import { writeNotation } from "@/lib/core/formats/notation";

export type Imported = Extract<ImportOutcome, { ok: true }>;

/** @throws what the import refuses the text with */
export function imported(text: string): Imported {
  const outcome = importFile({ name: "file", bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}

/** Every architecture in the notation of its source. */
export const written = ({ space, architectures }: Dataset): string[] =>
  architectures.map((architecture) => writeNotation(space, architecture));

/** Architectures in feature values, so that datasets of different codes can be compared. */
export const valuesOf = ({ space, architectures }: Dataset) =>
  architectures.map((architecture) => ({
    units: archsetUnits(space, architecture),
    globals: valuesByName(space.globalFeatures, architecture.globals),
    edges: architecture.edges,
  }));

/** The dataset that comes of what it writes, in a column called architecture. */
export const readBack = (dataset: Dataset): Dataset =>
  imported(JSON.stringify(written(dataset).map((architecture, row) => ({ architecture, acc: row })))).dataset;

/** Messages on the file as a whole. */
export const notes = ({ report }: Imported): string[] =>
  report.issues.filter(({ row }) => row === 0).map(({ field, message }) => `${field}: ${message}`);
