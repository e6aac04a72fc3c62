import type { Issue } from "../dataset";

/**
 * A row of a container (CSV, JSON list, JSON Lines) before anyone knows which cells are the architecture. Rows of a CSV
 * are split when `cells` is asked for: keep the row, not its cells, and do not spread it.
 */
export type TableRow = {
  /** 1-based: the line of a CSV counted with its header, the position in a list. */
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The object of a JSON list as it stood; `cells` has what is nested in it lifted to columns. */
  readonly item?: Readonly<Record<string, unknown>>;
};

export type Table = {
  readonly container: "csv" | "json" | "jsonl";
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that could not even be split into cells. */
  readonly broken: readonly (Issue & { readonly text: string })[];
  /** What stood beside the rows in a JSON object (`meta`), if anything. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** What stands between the cells of a CSV. */
  readonly delimiter?: string;
  /** What a user should know of how the file was split into rows. */
  readonly notes?: readonly Issue[];
};

/** The cell of a column; undefined where the row has none. */
export const cellOf = ({ cells }: TableRow, label: string): unknown =>
  Object.hasOwn(cells, label) ? cells[label] : undefined;

const LONGEST_TEXT = 2000;

/** A row's text for the list of rejected rows, cut to a bounded length. */
export const rowText = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text;

/** Columns of all rows in order of first appearance. */
export function columnsOf(rows: readonly TableRow[]): string[] {
  const columns = new Set<string>();
  for (const { cells } of rows) for (const name of Object.keys(cells)) columns.add(name);
  return [...columns];
}
