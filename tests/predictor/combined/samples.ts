import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { importFile } from "@/lib/core/formats";
import { seededRandom, shuffled } from "@/lib/core/random";
import { COMBINED } from "@/lib/core/predictorKinds";
import type { Problem } from "@/lib/predictor/predictor";

/** Rows of a sample to learn accuracy from, and its other rows in the same shuffled order. */
export function sampleProblem(
  name: "staged" | "cell",
  numRows: number,
): { problem: Problem; others: EvaluatedArchitecture[] } {
  const file = `${name}.json`;
  const bytes = readFileSync(resolve(import.meta.dirname, "../../../public/samples", file));
  const outcome = importFile({ name: file, bytes });
  if (!outcome.ok) throw new Error(outcome.message);
  const { space, architectures, metrics } = outcome.dataset;
  const target = metrics.find((metric) => metric.name.includes("accuracy"))?.name ?? "";
  const accuracy = metrics.findIndex((metric) => metric.name === target);
  const rows = shuffled(architectures, seededRandom(7));
  const labelled = rows.slice(0, numRows);
  return {
    problem: {
      space,
      architectures: labelled,
      targets: Float64Array.from(labelled, (row) => row.metrics[accuracy] ?? NaN),
      target,
      datasetHash: "",
    },
    others: rows.slice(numRows),
  };
}

/** A fit of a few seconds. */
export const quickSettings = {
  ...COMBINED.defaults,
  epochs: 2,
  numVaried: 60,
  members: 3,
  hiddenWidth: 16,
} as const;
