import { architectureKey } from "@/lib/core/architecture";
import { csvText } from "@/lib/core/export/csv";
import { writeNotation } from "@/lib/core/formats/notation";
import type { Found } from "@/lib/core/search/plan";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { foundFront } from "./measuredValues";
import type { RegionName, SearchRun } from "./useSearch";
import type { PredictorUse } from "./useSought";

export type FoundRow = {
  readonly key: string;
  readonly found: Found;
  readonly onFront: boolean;
  /** Where it was found; both, where both searches came upon it. */
  readonly regions: readonly RegionName[];
};

/** What the runs found, each architecture once: fronts first, each run's next best in turn. */
export function foundRows(runs: readonly SearchRun[]): FoundRow[] {
  const rows = new Map<string, FoundRow>();
  const most = Math.max(0, ...runs.map(({ result }) => result.found.length));
  for (let place = 0; place < most; place++)
    for (const { region, result } of runs)
      for (const found of result.found.slice(place, place + 1)) {
        const key = architectureKey(found.architecture);
        const known = rows.get(key);
        const onFront = place < foundFront(result).length;
        rows.set(key, {
          key,
          found,
          onFront: onFront || (known?.onFront ?? false),
          regions: [...(known?.regions ?? []), region],
        });
      }
  const all = [...rows.values()];
  return [...all.filter(({ onFront }) => onFront), ...all.filter(({ onFront }) => !onFront)];
}

/** The rows as a table in the source's own notation, with predictions and their intervals. */
export const foundCsv = (
  space: SearchSpace,
  rows: readonly FoundRow[],
  used: readonly PredictorUse[],
): string =>
  csvText(
    [
      "architecture",
      ...used.flatMap(({ target }) => [`predicted ${target}`, `low ${target}`, `high ${target}`]),
      "on the front",
      "found in",
    ],
    rows.map(({ found, onFront, regions }) => [
      writeNotation(space, found.architecture),
      ...found.predicted.flatMap(({ value, low, high }) => [value, low, high]),
      onFront ? "yes" : "no",
      regions.join(" and "),
    ]),
  );
