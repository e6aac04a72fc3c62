import type { Issue } from "../dataset";
import { cellScalar } from "./cells";
import { guessByName } from "./columnNames";
import { columnWhere, type RowOutcome } from "./reader";
import { RowCounts } from "./rowCounts";
import type { SettingColumn } from "./settingColumns";
import type { Table, TableRow } from "./table";

/** When something was measured names no network. */
const WHEN = /(?:date|time)(?:$|[ _-])|status|state|comment|note/i;

/** Counts rows of another name whose settings stood in an earlier row: the name says more than the settings do. */
export function namesakes(table: Table, settings: readonly SettingColumn[]) {
  const taken = new Set(settings.map(({ label }) => label));
  const label = table.columns.find(
    (name) =>
      !taken.has(name) &&
      guessByName(name) === "neither" &&
      !WHEN.test(name) &&
      columnWhere({ ...table, columns: [name] }, (cell) => typeof cellScalar(cell) === "string") !== null,
  );
  const firstName = new Map<string, unknown>();
  const counts = new RowCounts();
  return {
    add({ row, cells }: TableRow, outcome: Extract<RowOutcome, { ok: true }>): void {
      if (label === undefined) return;
      const key = JSON.stringify([outcome.units, outcome.globals]);
      if (!firstName.has(key)) firstName.set(key, cells[label]);
      else if (firstName.get(key) !== cells[label]) counts.add("same", row);
    },
    notes: (): Issue[] =>
      counts.note(
        "same",
        label ?? "",
        (rows) =>
          `The settings of ${rows} stand in an earlier row under another ${label}: these are different networks, of which the table says nothing but the name. They count as repeats of one architecture.`,
      ),
  };
}
