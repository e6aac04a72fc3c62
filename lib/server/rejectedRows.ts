import type { RejectedRow } from "../core/dataset";
import { database, type Queries } from "./database";
import { jsonPieces } from "./json";

/** Stores the rows that were not taken, so that none of them vanishes. */
export async function insertRejectedRows(
  queries: Queries,
  datasetId: string,
  rejected: readonly RejectedRow[],
): Promise<void> {
  const rows = rejected.map(({ row, field, message, text }, position) => [
    position,
    row,
    field,
    message,
    text,
  ]);
  for (const piece of jsonPieces(rows)) {
    await queries.$executeRaw`
      INSERT INTO "RejectedRow" ("datasetId", "position", "row", "field", "message", "text")
      SELECT ${datasetId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(${piece})`;
  }
}

/** All rejected rows of a dataset in file order. */
export async function rejectedRows(datasetId: string): Promise<RejectedRow[]> {
  return (await database()).rejectedRow.findMany({
    where: { datasetId },
    orderBy: { position: "asc" },
    select: { row: true, field: true, message: true, text: true },
  });
}
