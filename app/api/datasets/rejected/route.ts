import { csvDownload } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { rejectedCsvPieces } from "@/lib/core/export/rejectedRows";
import { withImport } from "@/lib/server/importRoutes";
import { rejectedOfUpload } from "@/lib/server/rejectedOfUpload";

export const dynamic = "force-dynamic";

export const POST = route({}, async ({ request }) => {
  const { fileName, rejected } = await withImport(request, undefined, rejectedOfUpload);
  return csvDownload(rejectedCsvPieces(rejected), `${fileName} rejected rows.csv`);
});
