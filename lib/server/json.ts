/** Reads a column that this server wrote; it was validated then, so its type can be trusted. */
export const readColumn = <T>(text: string): T => JSON.parse(text) as T;

/** The same for a column that may be empty. */
export const readOptionalColumn = <T>(text: string | null): T | null =>
  text === null ? null : (JSON.parse(text) as T);

/**
 * Lists are handed to SQLite as JSON in pieces of this many rows. Texts of more than 128 KiB would live in a part of
 * the heap that is seldom cleaned: larger pieces are hardly quicker, and take 100 MB more.
 */
const ROWS_PER_STATEMENT = 200;

export type Piece = {
  /** A JSON array of rows */
  readonly json: string;
  /** Share of the rows that are handed over once this piece is, 0 to 1. */
  readonly share: number;
};

/**
 * Pieces of a list as JSON arrays, each made when it is asked for. SQLite ends a text at U+0000, so that character is
 * shown instead.
 */
export function* jsonPieces<Item>(
  items: readonly Item[],
  columnsOf: (item: Item, index: number) => readonly (string | number | null)[],
): Generator<Piece> {
  for (let start = 0; start < items.length; start += ROWS_PER_STATEMENT) {
    const rows = items
      .slice(start, start + ROWS_PER_STATEMENT)
      .map((item, at) => columnsOf(item, start + at));
    yield {
      json: JSON.stringify(rows).replaceAll("\\u0000", "\u2400"),
      share: Math.min(1, (start + ROWS_PER_STATEMENT) / items.length),
    };
  }
}
