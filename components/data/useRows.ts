import { useDeferredValue, useMemo } from "react";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { filterRows, sortRows } from "@/lib/core/filter";
import { indexRows, type RowIndex } from "@/lib/core/rowIndex";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { DataView } from "./useDataView";

export type Rows = {
  readonly index: RowIndex;
  /** Indexes of the architectures that pass the filter, in the file's order. */
  readonly shown: Uint32Array;
  /** The same in the table's order. */
  readonly sorted: Uint32Array;
};

/** Filters and sorts; each step is repeated only when what it rests on changes. */
export function useRows(
  architectures: readonly EvaluatedArchitecture[],
  space: SearchSpace,
  numMetrics: number,
  { text, ranges, sort }: Pick<DataView, "text" | "ranges" | "sort">,
): Rows {
  const index = useMemo(
    () => indexRows(architectures, space, numMetrics),
    [architectures, space, numMetrics],
  );
  // Typing goes on while a long table is still being filtered by the letters before.
  const deferredText = useDeferredValue(text);
  const shown = useMemo(
    () => filterRows(index, { text: deferredText, ranges }),
    [index, deferredText, ranges],
  );
  const sorted = useMemo(() => {
    if (sort.by === "row") return sort.order === "asc" ? shown : shown.toReversed();
    const column = sort.by === "size" ? index.sizes : index.metrics[sort.by.metricIndex];
    return column === undefined ? shown : sortRows(shown, column, sort.order);
  }, [index, shown, sort]);
  return useMemo(() => ({ index, shown, sorted }), [index, shown, sorted]);
}
