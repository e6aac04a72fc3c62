import type { Architecture, Node } from "../../core/architecture";
import { maxLength, operationKey, operationLabel, type SearchSpace } from "../../core/searchSpace";
import { fisherP, holmAdjusted, logFactorials } from "./hypergeometric";

/** Which of the operations, in rows, each architecture has in which place, in columns; made once, asked many times. */
export type Holdings = {
  readonly columns: readonly { readonly unitIndex: number; readonly layerIndex: number }[];
  /** `operation` is null in the last row: the place is empty, because the unit is shorter. */
  readonly rows: readonly { readonly operation: Node | null; readonly label: string }[];
  /** shape [numArchitectures][columns]: the row that each place has, -1 where its operation is not shown */
  readonly rowOf: Int16Array;
};

const EMPTY_PLACE = "no layer";

/** @param operations worth a row (see shownOperations) */
export function holdingsOf(
  space: Pick<SearchSpace, "units" | "nodeFeatures">,
  operations: readonly Node[],
  architectures: readonly Pick<Architecture, "units">[],
): Holdings {
  const columns = space.units.flatMap((unit, unitIndex) =>
    Array.from({ length: maxLength(unit) }, (_, layerIndex) => ({ unitIndex, layerIndex })),
  );
  const hasEmpty = space.units.some(({ lengths }) => lengths.length > 1);
  const rows = [
    ...operations.map((operation) => ({ operation, label: operationLabel(space, operation) })),
    ...(hasEmpty ? [{ operation: null, label: EMPTY_PLACE }] : []),
  ];
  const indexes = new Map(operations.map((operation, index) => [operationKey(operation), index]));
  const rowOf = new Int16Array(architectures.length * columns.length);
  for (const [index, { units }] of architectures.entries())
    for (const [column, { unitIndex, layerIndex }] of columns.entries()) {
      const node = units[unitIndex]?.[layerIndex];
      const row = node === undefined ? operations.length : (indexes.get(operationKey(node)) ?? -1);
      rowOf[index * columns.length + column] = row;
    }
  return { columns, rows, rowOf };
}

function countsOf({ columns, rows, rowOf }: Holdings, chosen: Uint32Array): Uint32Array {
  const counts = new Uint32Array(rows.length * columns.length);
  for (const index of chosen)
    for (let column = 0; column < columns.length; column++) {
      const row = rowOf[index * columns.length + column] ?? -1;
      if (row >= 0 && row < rows.length) {
        const cell = row * columns.length + column;
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    }
  return counts;
}

export type EnrichmentCell = {
  readonly rowIndex: number;
  readonly columnIndex: number;
  /** Chosen architectures that hold it, and how many of all do. */
  readonly count: number;
  readonly total: number;
  /** Share of the chosen minus share of all, -1..1. */
  readonly difference: number;
  /** Fisher's exact test, two-sided, Holm-corrected for all cells that can differ. */
  readonly adjustedP: number;
};

export type Enrichment = {
  readonly numChosen: number;
  readonly numAll: number;
  readonly numCompared: number;
  /** Cells that any architecture holds, row by row. */
  readonly cells: readonly EnrichmentCell[];
};

/** Below this a difference is called more than chance. */
export const SIGNIFICANT = 0.05;

/**
 * What chosen architectures have in common that all do not.
 * @param chosen indexes of architectures of `holdings`, each once
 * @param among those that could have been chosen, the chosen ones with them
 */
export function enrichment(holdings: Holdings, chosen: Uint32Array, among: Uint32Array): Enrichment {
  const { columns, rows } = holdings;
  const total = among.length;
  const totals = countsOf(holdings, among);
  const counts = countsOf(holdings, chosen);
  const logs = logFactorials(total);
  const drawn = chosen.length;
  // What every architecture or none holds cannot differ, and is no comparison.
  const compared = [...totals.keys()].filter((cell) => isBetween(totals[cell], total));
  const adjusted = holmAdjusted(
    compared.map((cell) => fisherP(counts[cell] ?? 0, { total, marked: totals[cell] ?? 0, drawn }, logs)),
  );
  const adjustedOf = new Map(compared.map((cell, index) => [cell, adjusted[index] ?? 1]));
  const cells = rows.flatMap((_, rowIndex) =>
    columns.flatMap((_place, columnIndex): EnrichmentCell[] => {
      const cell = rowIndex * columns.length + columnIndex;
      const held = totals[cell] ?? 0;
      if (held === 0) return [];
      const count = counts[cell] ?? 0;
      return [
        {
          rowIndex,
          columnIndex,
          count,
          total: held,
          difference: drawn === 0 ? 0 : count / drawn - held / total,
          adjustedP: adjustedOf.get(cell) ?? 1,
        },
      ];
    }),
  );
  return { numChosen: drawn, numAll: total, numCompared: compared.length, cells };
}

const isBetween = (count: number | undefined, total: number): boolean =>
  count !== undefined && count > 0 && count < total;

/** Cells that differ by more than chance, the surest first. */
export const significantCells = ({ cells }: Enrichment): EnrichmentCell[] =>
  cells
    .filter(({ adjustedP }) => adjustedP < SIGNIFICANT)
    .sort((a, b) => a.adjustedP - b.adjustedP || Math.abs(b.difference) - Math.abs(a.difference));
