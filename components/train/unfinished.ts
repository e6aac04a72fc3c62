import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import type { KindSettings } from "@/lib/core/predictorKinds";
import { parseTarget, targetValues } from "@/lib/core/target";

/**
 * A training that began here and did not end: the page was closed or reloaded. The worker's checkpoints have the
 * numbers; this is what to ask it for again.
 */
export type Unfinished = {
  readonly target: string;
  readonly settings: KindSettings;
  /** Epochs that were done when it was last heard of. */
  readonly epoch: number;
  readonly numEpochs: number;
};

/** The part of the browser's storage that is used; it throws where it is blocked or full. */
export type UnfinishedStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One per dataset, by its content's hash. */
const keyOf = (datasetHash: string): string => `archwright-unfinished-${datasetHash}`;

export function readUnfinished(storage: UnfinishedStorage, datasetHash: string): Unfinished | null {
  try {
    const found: unknown = JSON.parse(storage.getItem(keyOf(datasetHash)) ?? "null");
    return isUnfinished(found) ? found : null;
  } catch {
    return null;
  }
}

/** Keeps it, or with null forgets it. Without storage a training cannot be gone on with, but runs all the same. */
export function keepUnfinished(
  storage: UnfinishedStorage,
  datasetHash: string,
  unfinished: Unfinished | null,
): void {
  try {
    if (unfinished === null) storage.removeItem(keyOf(datasetHash));
    else storage.setItem(keyOf(datasetHash), JSON.stringify(unfinished));
  } catch {
    return;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isUnfinished(value: unknown): value is Unfinished {
  if (!isRecord(value) || !isRecord(value.settings)) return false;
  const { target, epoch, numEpochs, settings } = value;
  return (
    typeof target === "string" &&
    typeof epoch === "number" &&
    typeof numEpochs === "number" &&
    typeof settings.kind === "string" &&
    typeof settings.seed === "number" &&
    typeof settings.trainFraction === "number"
  );
}

/** The rows that have the target, and their targets; none where the expression means nothing for these metrics. */
export function rowsWithTarget(
  architectures: readonly EvaluatedArchitecture[],
  metrics: readonly Metric[],
  target: string,
): { readonly architecture: EvaluatedArchitecture; readonly value: number }[] {
  const parsed = parseTarget(target, metrics);
  if (!parsed.ok) return [];
  const { values } = targetValues({ architectures }, parsed.target);
  return architectures.flatMap((architecture, index) => {
    const value = values[index] ?? NaN;
    return Number.isFinite(value) ? [{ architecture, value }] : [];
  });
}
