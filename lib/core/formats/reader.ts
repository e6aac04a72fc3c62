import type { Architecture, Edge } from "../architecture";
import type { Issue, Metric } from "../dataset";
import type { FeatureValue, SearchSpace, Structure } from "../searchSpace";
import type { RawRow } from "./format";
import type { ImportPlan } from "./importPlan";
import type { Table, TableRow } from "./table";

export type RawNode = Readonly<Record<string, FeatureValue>>;

/** The architecture of one row, or which field of it is wrong and why. */
export type RowOutcome =
  | {
      readonly ok: true;
      readonly units: RawRow["units"];
      readonly globals: RawRow["globals"];
      /** Only where every architecture has edges of its own. */
      readonly edges?: readonly Edge[];
    }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Metrics that a file declares, and where a row has them. */
export type Measured = {
  readonly metrics: readonly Metric[];
  /** The metric's cell of a row. */
  readonly cell: (row: TableRow, metricIndex: number) => unknown;
  /** How the row's evaluation failed; null where it did not. */
  readonly status: (row: TableRow) => string | null;
};

/** How the rows of one table are read, once a reader has looked at it. */
export type Reading = {
  readonly structure: Structure;
  /** Columns that hold the architecture; the others are ids, metrics or notes. */
  readonly columns: readonly string[];
  /** Where the file's rows are no architectures (one line a layer): the table of architectures, with all columns. */
  readonly table?: Table;
  readonly unitNames?: readonly string[];
  readonly layerNames?: readonly (readonly string[])[];
  /** The search space where the file itself says it; else it is inferred from the rows. */
  readonly space?: SearchSpace;
  /** The same edges for every architecture (cells). */
  readonly edges?: readonly Edge[];
  /**
   * What a user should know of how the file was read (quirks of the format met in this file). Read it after the rows:
   * a reader may count them while it reads.
   */
  readonly notes?: readonly Issue[];
  /** What the space keeps as its notation where `write` needs more than the reader's id (see notationDetails.ts). */
  readonly notation?: string;
  /** Where the file itself says what was measured; else metrics are found among the other columns. */
  readonly measured?: Measured;
  readonly row: (row: TableRow) => RowOutcome;
};

/** One notation of architectures: recognised by content, read, and written back. */
export type Reader = {
  readonly id: string;
  /** For people: "once-for-all configurations (ks, e, d, r)". */
  readonly label: string;
  /** Null where the table does not hold this notation; else how it is read. Readers are tried in registry order. A plan says
   *  which columns a person took for what; only a flat table needs it. */
  readonly match: (table: Table, plan?: ImportPlan) => Reading | null;
  /** The architecture in this notation. */
  readonly write: (space: SearchSpace, architecture: Architecture) => string;
};

const NUM_PROBED = 20;

/** The first column in whose first rows most non-empty cells pass the test; a few bad rows do not hide a format. */
export function columnWhere(table: Table, test: (cell: unknown) => boolean): string | null {
  const probed = table.rows.slice(0, NUM_PROBED);
  const found = table.columns.find((name) => {
    const cells = probed.map((row) => row.cells[name]).filter((cell) => cell !== undefined && cell !== "");
    return cells.length > 0 && cells.filter(test).length * 2 > cells.length;
  });
  return found ?? null;
}
