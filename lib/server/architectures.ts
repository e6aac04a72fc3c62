import type { ArchitecturePage } from "../api/contracts";
import type { Architecture, EvaluatedArchitecture } from "../core/architecture";
import { database, type Queries } from "./database";
import { jsonPieces, readColumn } from "./json";

type Codes = Pick<Architecture, "units" | "globals" | "edges">;

/** Stores the rows of a dataset, 100,000 in about a second (row by row it would be a minute). */
export async function insertArchitectures(
  queries: Queries,
  datasetId: string,
  architectures: readonly EvaluatedArchitecture[],
): Promise<void> {
  const rows = architectures.map(({ id, row, units, globals, edges, metrics }, position) => [
    position,
    id,
    row,
    JSON.stringify({ units, globals, edges } satisfies Codes),
    JSON.stringify(metrics),
  ]);
  for (const piece of jsonPieces(rows)) {
    await queries.$executeRaw`
      INSERT INTO "Architecture" ("datasetId", "position", "sourceId", "row", "codes", "metrics")
      SELECT ${datasetId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(${piece})`;
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
    architectures: rows.map(({ sourceId, row, codes, metrics }) => ({
      id: sourceId,
      row,
      ...readColumn<Codes>(codes),
      metrics: readColumn<(number | null)[]>(metrics),
    })),
  };
}
