/** Reads a column that this server wrote; it was validated then, so its type can be trusted. */
export const readColumn = <T>(text: string): T => JSON.parse(text) as T;

/** The same for a column that may be empty. */
export const readOptionalColumn = <T>(text: string | null): T | null =>
  text === null ? null : (JSON.parse(text) as T);

/** Lists are handed to SQLite as JSON in pieces of this many rows, so that no single text grows without bound. */
const ROWS_PER_STATEMENT = 5_000;

/** Pieces of a list of rows as JSON arrays. SQLite ends a text at U+0000, so that character is shown instead. */
export function* jsonPieces(rows: readonly (readonly (string | number)[])[]): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT)).replaceAll("\\u0000", "\u2400");
  }
}
