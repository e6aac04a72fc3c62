import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Dataset } from "@/lib/core/dataset";
import { importFile } from "@/lib/core/formats";
import { sharedPath } from "../../shared";

/** A dataset that lies beside the project, or null, with the reason printed, where it does not. */
export function sharedDataset(relative: string): Dataset | null {
  const path = sharedPath(relative);
  return path === null ? null : datasetAt(path);
}

export function datasetAt(path: string): Dataset {
  const outcome = importFile({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.dataset;
}

/** Index of a metric. @throws Error where the dataset has none of that name */
export function metricIndex({ metrics }: Dataset, name: string): number {
  const index = metrics.findIndex((metric) => metric.name === name);
  if (index < 0) throw new Error(`There is no metric ${name}.`);
  return index;
}
