import type { Architecture, EvaluatedArchitecture } from "../core/architecture";
import { database, type Queries } from "./database";
import { jsonPieces, readColumn } from "./json";

type Codes = Pick<Architecture, "units" | "globals" | "edges">;

/** A row and its place among all rows of the dataset. */
export type PlacedRow = { readonly position: number; readonly architecture: EvaluatedArchitecture };

/**
 * Stores rows, 100,000 in about a second (one by one it would be a minute).
 * @param onShare hears the share that is stored; what it throws ends the transaction
 */
export async function insertArchitectures(
  queries: Queries,
  datasetId: string,
  rows: readonly PlacedRow[],
  onShare: (share: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const pieces = jsonPieces(rows, ({ position, architecture }) => {
    const { id, row, units, globals, edges, metrics, status = null } = architecture;
    const codes = JSON.stringify({ units, globals, edges } satisfies Codes);
    return [position, id, row, codes, JSON.stringify(metrics), status];
  });
  for (const { json, share } of pieces) {
    await queries.$executeRaw`
      INSERT INTO "Architecture" ("datasetId", "position", "sourceId", "row", "codes", "metrics", "status")
      SELECT ${datasetId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      FROM json_each(${json})`;
    await onShare(share);
  }
}

type StoredRow = {
  position: number;
  sourceId: string;
  row: number;
  codes: string;
  metrics: string;
  status: string | null;
};

const architectureOf = ({ sourceId, row, codes, metrics, status }: StoredRow): EvaluatedArchitecture => ({
  id: sourceId,
  row,
  ...readColumn<Codes>(codes),
  metrics: readColumn<(number | null)[]>(metrics),
  ...(status === null ? {} : { status }),
});

const ROWS_PER_READ = 5_000;

/** All rows of a dataset, read piece by piece. */
export async function placedRows(queries: Queries, datasetId: string): Promise<PlacedRow[]> {
  const rows: PlacedRow[] = [];
  for (let after = -1; ;) {
    const piece: StoredRow[] = await queries.architecture.findMany({
      where: { datasetId, position: { gt: after } },
      orderBy: { position: "asc" },
      take: ROWS_PER_READ,
    });
    for (const stored of piece)
      rows.push({ position: stored.position, architecture: architectureOf(stored) });
    const last = piece.at(-1);
    if (last === undefined) return rows;
    after = last.position;
  }
}

/**
 * Rows `offset` to `offset + limit` in file order, as the JSON of an ArchitecturePage. Stored columns are JSON of the same
 * form, so SQLite joins them and nothing is parsed to be written again.
 */
export async function architecturePageText(
  datasetId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<string> {
  const db = await database();
  const { total, from } = await startOfPage(db, datasetId, offset);
  const rows =
    from === null
      ? []
      : await db.$queryRaw<{ text: string }[]>`
          SELECT '{"id":' || json_quote("sourceId") || ',"row":' || "row" ||
                 ',' || substr("codes", 2, length("codes") - 2) || ',"metrics":' || "metrics" ||
                 iif("status" IS NULL, '', ',"status":' || json_quote("status")) || '}' AS "text"
          FROM "Architecture"
          WHERE "datasetId" = ${datasetId} AND "position" >= ${from}
          ORDER BY "position" LIMIT ${limit}`;
  return `{"total":${total},"offset":${offset},"architectures":[${rows.map(({ text }) => text).join(",")}]}`;
}

/**
 * Where the rows of a page begin: at the position of their number, unless rows that a space refuses left gaps before. Null
 * where there are none.
 */
async function startOfPage(
  db: Queries,
  datasetId: string,
  offset: number,
): Promise<{ total: number; from: number | null }> {
  const { _count: total, _max: last } = await db.architecture.aggregate({
    where: { datasetId },
    _count: true,
    _max: { position: true },
  });
  if (offset >= total) return { total, from: null };
  if (last.position === total - 1) return { total, from: offset };
  // The key alone is walked here, no row.
  const first = await db.architecture.findFirst({
    where: { datasetId },
    orderBy: { position: "asc" },
    skip: offset,
    select: { position: true },
  });
  return { total, from: first?.position ?? null };
}
