import { datasetParams } from "@/lib/api/requests";
import { download } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { rejectedCsv } from "@/lib/core/export/rejectedRows";
import { rejectedRows } from "@/lib/server/rejectedRows";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams }, async ({ params }) => {
  const { id, name } = await requireDataset(params.id);
  const text = rejectedCsv(await rejectedRows(id));
  return download(text, { type: "text/csv", fileName: `${name} rejected rows.csv` });
});
