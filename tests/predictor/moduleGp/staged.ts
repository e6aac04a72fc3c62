import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { importFile } from "@/lib/core/formats";
import { seededRandom, shuffled } from "@/lib/core/random";
import type { Problem } from "@/lib/predictor/predictor";

/** The staged sample with `numLabelled` rows to learn from and the rest to be right about. */
export function stagedProblem(numLabelled: number, seed: number) {
  const bytes = readFileSync(resolve(import.meta.dirname, "../../../public/samples/staged.json"));
  const outcome = importFile({ name: "staged.json", bytes });
  if (!outcome.ok) throw new Error(outcome.message);
  const { space, architectures, metrics } = outcome.dataset;
  const accuracy = metrics.findIndex(({ name }) => name === "accuracy");
  const rows = shuffled(architectures, seededRandom(seed));
  const targetsOf = (chosen: typeof rows) => Float64Array.from(chosen, (row) => row.metrics[accuracy] ?? NaN);
  const labelled = rows.slice(0, numLabelled);
  const unseen = rows.slice(numLabelled);
  const problem: Problem = {
    space,
    architectures: labelled,
    targets: targetsOf(labelled),
    target: "accuracy",
    datasetHash: "",
  };
  return { problem, unseen, truth: targetsOf(unseen) };
}
