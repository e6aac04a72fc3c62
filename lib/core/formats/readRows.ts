import type { RejectedRow } from "../dataset";
import { NO_VALUE } from "../evaluation";
import type { RawRow } from "./format";
import { metricsOf, type Metrics } from "./metricsOf";
import { assignRoles, profileColumns, type Columns } from "./columnRoles";
import type { ImportPlan } from "./importPlan";
import { rawInterner } from "./rawInterner";
import type { Reading } from "./reader";
import { cellOf, type Table, type TableRow } from "./table";

/** One usable row, before the search space is known. */
export type ReadRow = {
  readonly source: TableRow;
  /** Its own, or made from its row; no other row has it. */
  readonly id: string;
  /** The id that stands in the file. */
  readonly ownId: string | null;
  readonly raw: RawRow;
  readonly metrics: (number | null)[];
  readonly status: string | null;
};

export type ReadRows = {
  readonly rows: ReadRow[];
  readonly rejected: readonly RejectedRow[];
  /** Ids that earlier rows have, by the row that could not be called so. */
  readonly repeatedIds: ReadonlyMap<number, string>;
  readonly columns: Columns;
  readonly metrics: Metrics;
};

/** Work between two chances to report progress or to stop: some ten milliseconds. */
export const ROWS_PER_STEP = 2_000;
/** Telling what columns hold takes this share of the time of reading. */
const PROFILE_SHARE = 0.4;

/** Reads every row; those whose architecture or metric is unusable are rejected. Yields the share that is done. */
export function* readRows(table: Table, reading: Reading, plan: ImportPlan): Generator<number, ReadRows> {
  const profiling = profileColumns(table, reading, plan, ROWS_PER_STEP);
  let step = profiling.next();
  for (; !step.done; step = profiling.next()) yield step.value * PROFILE_SHARE;
  const columns = assignRoles(table, reading, plan, step.value);
  const metrics = metricsOf(table, reading, columns, plan);
  const rows: ReadRow[] = [];
  const rejected: RejectedRow[] = table.broken.map((row) => ({ ...row }));
  const intern = rawInterner();
  const uniqueId = idMaker();
  const repeatedIds = new Map<number, string>();
  for (const [index, source] of table.rows.entries()) {
    const outcome = reading.row(source);
    const measured = outcome.ok ? metrics.measure(source) : null;
    const refusal = !outcome.ok ? outcome : measured?.ok === false ? measured : null;
    if (refusal !== null)
      rejected.push({ row: source.row, field: refusal.field, message: refusal.message, text: source.text });
    else if (outcome.ok && measured?.ok) {
      const ownId = columns.idColumn === null ? null : idOf(cellOf(source, columns.idColumn));
      const id = uniqueId(ownId ?? `row-${source.row}`);
      if (ownId !== null && id !== ownId) repeatedIds.set(source.row, ownId);
      const isUnmeasured = metrics.metrics.length > 0 && measured.values.every((value) => value === null);
      rows.push({
        source,
        id,
        ownId,
        raw: intern(outcome),
        metrics: measured.values,
        status: measured.status ?? (isUnmeasured ? NO_VALUE : null),
      });
    }
    if ((index + 1) % ROWS_PER_STEP === 0)
      yield PROFILE_SHARE + (1 - PROFILE_SHARE) * ((index + 1) / table.rows.length);
  }
  return { rows, rejected, repeatedIds, columns, metrics };
}

const LONGEST_ID = 200;
/** Halves of characters and U+0000 cannot be written to UTF-8 files and to the database. */
const UNWRITABLE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/g;

/** A repeated id gets a number behind it. */
export function idMaker(taken = new Set<string>()): (base: string) => string {
  const repeats = new Map<string, number>();
  return (base) => {
    let id = base;
    for (let suffix = repeats.get(base) ?? 2; taken.has(id); suffix++) {
      id = `${base}-${suffix}`;
      repeats.set(base, suffix);
    }
    taken.add(id);
    return id;
  };
}

/** The id in a cell; null where it is empty. */
function idOf(cell: unknown): string | null {
  const text = typeof cell === "string" || typeof cell === "number" ? writable(String(cell)) : "";
  return text === "" ? null : text;
}

/** A copy of its own: a piece of a row's text would keep the whole text in memory. */
const writable = (text: string): string =>
  String(JSON.parse(JSON.stringify(text.slice(0, LONGEST_ID).replace(UNWRITABLE, "\ufffd"))));
