import { datasetParams } from "@/lib/api/requests";
import { csvDownload } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { rejectedCsvPieces } from "@/lib/core/export/rejectedRows";
import { withImport } from "@/lib/server/importRoutes";
import { rejectedOfJoin } from "@/lib/server/rejectedOfUpload";
import { requireDataset } from "@/lib/server/require";

export const dynamic = "force-dynamic";

export const POST = route({ params: datasetParams }, async ({ request, params }) => {
  const { id } = await requireDataset(params.id);
  const { fileName, rejected } = await withImport(request, undefined, (upload, run) =>
    rejectedOfJoin(id, upload, run),
  );
  return csvDownload(rejectedCsvPieces(rejected), `${fileName} rejected rows.csv`);
});
