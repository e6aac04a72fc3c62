import type { ArchitecturePage } from "../api/contracts";
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

/** Rows `offset` to `offset + limit` in file order. */
export async function architecturePage(
  datasetId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<ArchitecturePage> {
  const db = await database();
  const [total, rows] = await Promise.all([
    db.architecture.count({ where: { datasetId } }),
    db.architecture.findMany({
      where: { datasetId },
      orderBy: { position: "asc" },
      skip: offset,
      take: limit,
    }),
  ]);
  return {
    total,
    offset,
    architectures: rows.map(architectureOf),
  };
}
