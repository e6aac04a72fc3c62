/** Lists of what is to be measured, kept in this browser until their measurements have come back. */
import type { Architecture } from "@/lib/core/architecture";
import { isRecord } from "@/lib/core/formats/record";
import type { Prediction } from "@/lib/core/search/plan";

export type KeptRun = {
  /** See architectureKey: how a measurement finds its prediction again. */
  readonly key: string;
  readonly predicted: readonly Prediction[];
};

export type KeptList = {
  readonly seed: number;
  readonly rule: string;
  readonly targets: readonly string[];
  readonly runs: readonly KeptRun[];
};

/** Older ones are forgotten. */
const MOST_LISTS = 20;

const isPrediction = (value: unknown): value is Prediction =>
  isRecord(value) && [value.value, value.low, value.high].every((part) => typeof part === "number");

const isRun = (value: unknown): value is KeptRun =>
  isRecord(value) &&
  typeof value.key === "string" &&
  Array.isArray(value.predicted) &&
  value.predicted.every(isPrediction);

const isList = (value: unknown): value is KeptList =>
  isRecord(value) &&
  typeof value.seed === "number" &&
  typeof value.rule === "string" &&
  Array.isArray(value.targets) &&
  value.targets.every((target) => typeof target === "string") &&
  Array.isArray(value.runs) &&
  value.runs.every(isRun);

export const keyOfLists = (datasetId: string): string => `archwright.toMeasure.${datasetId}`;

/** What of a stored text can still be read, newest last; nothing where it is none of ours. */
export function parseLists(text: string | null): readonly KeptList[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.filter(isList) : [];
  } catch {
    return [];
  }
}

export const listsText = (lists: readonly KeptList[]): string => JSON.stringify(lists.slice(-MOST_LISTS));

/** A prediction whose measurement has come. */
export type CameOut = {
  readonly architecture: Architecture;
  readonly predicted: Prediction;
  readonly measured: number;
};

/**
 * What came out of a list's first target, in its order.
 * @param measuredOf the target as measured, NaN where it is not, by architectureKey
 */
export const cameOut = (
  { runs }: KeptList,
  rowOf: ReadonlyMap<string, { readonly architecture: Architecture; readonly measured: number }>,
): CameOut[] =>
  runs.flatMap(({ key, predicted: [predicted] }) => {
    const row = rowOf.get(key);
    return row === undefined || predicted === undefined || !Number.isFinite(row.measured)
      ? []
      : [{ ...row, predicted }];
  });
