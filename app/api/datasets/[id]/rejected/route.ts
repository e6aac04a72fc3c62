import { datasetParams } from "@/lib/api/requests";
import { csvDownload } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { rejectedCsvPieces } from "@/lib/core/export/rejectedRows";
import { rejectedPieces } from "@/lib/server/rejectedRows";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams }, async ({ params }) => {
  const { id, name } = await requireDataset(params.id);
  return csvDownload(csvOf(rejectedPieces(id)), `${name} rejected rows.csv`);
});

async function* csvOf(pieces: ReturnType<typeof rejectedPieces>): AsyncGenerator<string> {
  yield* rejectedCsvPieces([]);
  for await (const rows of pieces) yield* rejectedCsvPieces(rows, { header: false });
}
