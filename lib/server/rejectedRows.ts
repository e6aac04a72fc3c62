import type { RejectedRow } from "../core/dataset";
import { database, type Queries } from "./database";
import { jsonPieces } from "./json";

/** Stores the rows that were not taken, so that none of them vanishes. */
export async function insertRejectedRows(
  queries: Queries,
  datasetId: string,
  rejected: readonly RejectedRow[],
  firstPosition = 0,
): Promise<void> {
  const pieces = jsonPieces(rejected, ({ row, field, message, text, held = null }, index) => [
    firstPosition + index,
    row,
    field,
    message,
    text,
    held,
  ]);
  for (const { json } of pieces) {
    await queries.$executeRaw`
      INSERT INTO "RejectedRow" ("datasetId", "position", "row", "field", "message", "text", "held")
      SELECT ${datasetId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      FROM json_each(${json})`;
  }
}

const ROWS_PER_READ = 1_000;

/** All rejected rows of a dataset in file order, piece by piece: there may be more than fit in memory. */
export async function* rejectedPieces(datasetId: string): AsyncGenerator<readonly RejectedRow[]> {
  const db = await database();
  for (let after = -1; ;) {
    const rows = await db.rejectedRow.findMany({
      where: { datasetId, position: { gt: after } },
      orderBy: { position: "asc" },
      take: ROWS_PER_READ,
      select: { position: true, row: true, field: true, message: true, text: true },
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.position;
  }
}

/** The same with what was kept of rows that only the space refused. */
export async function heldRejectedRows(queries: Queries, datasetId: string): Promise<RejectedRow[]> {
  const rows = await queries.rejectedRow.findMany({ where: { datasetId }, orderBy: { position: "asc" } });
  return rows.map(({ row, field, message, text, held }) => ({
    row,
    field,
    message,
    text,
    ...(held === null ? {} : { held }),
  }));
}
