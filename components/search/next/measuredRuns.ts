import { architectureKey, type EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { measuredTarget } from "../measuredValues";
import { cameOut, type CameOut, type KeptList, type MeasuredRun } from "./keptLists";

/** What a dataset's rows say of a list's runs. */
export function cameOutOf(
  list: KeptList,
  metrics: readonly Metric[],
  architectures: readonly EvaluatedArchitecture[],
): CameOut[] {
  const wanted = new Set(list.runs.map(({ key }) => key));
  const values = list.targets.map((target) => measuredTarget(metrics, architectures, target));
  const rowOf = new Map<string, MeasuredRun>();
  for (const [row, architecture] of architectures.entries()) {
    const key = architectureKey(architecture);
    if (wanted.has(key))
      rowOf.set(key, { architecture, measured: values.map((ofTarget) => ofTarget[row] ?? NaN) });
  }
  return cameOut(list, rowOf);
}
