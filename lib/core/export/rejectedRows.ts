import type { RejectedRow } from "../dataset";
import { csvText } from "./csv";

/** Rejected rows with their reasons as CSV, to be mended and imported again. */
export const rejectedCsv = (rows: readonly RejectedRow[]): string =>
  csvText(
    ["row", "field", "reason", "text"],
    rows.map(({ row, field, message, text }) => [row, field, message, text]),
  );
