import type { Metric } from "@/lib/core/dataset";
import { metricTitle } from "./metricWords";
import { nextSort, type Sort } from "./viewState";

type TableHeadProps = {
  metrics: readonly Metric[];
  columns: string;
  height: number;
  sort: Sort;
  onSort: (sort: Sort) => void;
};

/** The heads of the columns; a press sorts, the better end first. */
export function TableHead({ metrics, columns, height, sort, onSort }: TableHeadProps) {
  const headOf = (by: Sort["by"], title: string, firstOrder: Sort["order"], isNumber = true) => (
    <SortHead
      key={title}
      title={title}
      isNumber={isNumber}
      order={isSorted(sort, by) ? sort.order : null}
      onPress={() => onSort(nextSort(sort, by, firstOrder))}
    />
  );
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid items-stretch border-b border-line bg-surface"
      style={{ gridTemplateColumns: columns, height }}
    >
      {headOf("row", "Row", "desc")}
      <span role="columnheader" className="flex items-center px-2 font-medium text-muted">
        Id
      </span>
      {headOf("size", "Architecture", "desc", false)}
      {metrics.map((metric, metricIndex) =>
        headOf({ metricIndex }, metricTitle(metric), metric.goal === "min" ? "asc" : "desc"),
      )}
    </div>
  );
}

const isSorted = (sort: Sort, by: Sort["by"]): boolean =>
  typeof by === "string" || typeof sort.by === "string"
    ? by === sort.by
    : by.metricIndex === sort.by.metricIndex;

const ARIA = { asc: "ascending", desc: "descending" } as const;

type SortHeadProps = {
  title: string;
  isNumber: boolean;
  order: Sort["order"] | null;
  onPress: () => void;
};

function SortHead({ title, isNumber, order, onPress }: SortHeadProps) {
  return (
    <span role="columnheader" aria-sort={order === null ? "none" : ARIA[order]} className="flex min-w-0">
      <button
        type="button"
        onClick={onPress}
        className={`flex w-full min-w-0 items-center gap-1 px-2 font-medium -outline-offset-2 hover:bg-sunken ${
          isNumber ? "justify-end text-right" : "text-left"
        } ${order === null ? "text-muted" : "text-ink"}`}
      >
        <span className="line-clamp-2 min-w-0 break-words" title={title}>
          {title}
        </span>
        <span aria-hidden="true" className="w-2.5 shrink-0">
          {order === "asc" && "▴"}
          {order === "desc" && "▾"}
        </span>
      </button>
    </span>
  );
}
