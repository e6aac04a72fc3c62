import type { Issue } from "../dataset";
import type { FeatureValue } from "../searchSpace";
import { cellScalar, plainName } from "./cells";
import type { Table } from "./table";

const BUDGETS = new Set([
  "epochs",
  "epoch",
  "numepochs",
  "trainepochs",
  "trainingepochs",
  "budget",
  "fidelity",
]);

/** How long each network was trained, where a column says it. */
export type TrainingBudget = {
  readonly column: string;
  readonly globals: (cells: Readonly<Record<string, unknown>>) => Readonly<Record<string, FeatureValue>>;
  readonly notes: readonly Issue[];
};

/**
 * A column of epochs is neither architecture nor result: the same network after 4 and after 108 epochs is not
 * measured twice. It is kept as a feature of the whole row, so that a predictor can tell the two apart.
 * @param fieldsOf the fields beside which it may stand inside a cell
 */
export function trainingBudget(
  table: Table,
  fieldsOf: (cells: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | null,
): TrainingBudget | null {
  const [first] = table.rows;
  const inside = first ? Object.keys(fieldsOf(first.cells) ?? {}) : [];
  const column = [...table.columns, ...inside].find((name) => BUDGETS.has(plainName(name)));
  if (column === undefined) return null;
  const valueOf = (cells: Readonly<Record<string, unknown>>) =>
    cellScalar(cells[column] ?? fieldsOf(cells)?.[column]);
  const seen = new Set(table.rows.flatMap(({ cells }) => valueOf(cells) ?? []));
  return {
    column,
    globals: (cells) => {
      const value = valueOf(cells);
      return typeof value === "number" ? { [column]: value } : {};
    },
    notes:
      seen.size > 1
        ? [
            {
              row: 0,
              field: column,
              message: `is how long a network was trained (${list([...seen])}), not part of its architecture. It is kept as a feature of the whole row, so that rows of different training are not taken for repeats.`,
            },
          ]
        : [],
  };
}

const MOST_LISTED = 8;

const list = (values: readonly FeatureValue[]): string => {
  const sorted = values.toSorted((a, b) => Number(a) - Number(b));
  return sorted.length > MOST_LISTED ? `${sorted[0]} to ${sorted.at(-1)}` : sorted.join(", ");
};
