import { datasetParams } from "@/lib/api/requests";
import { download } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { csvText } from "@/lib/server/csv";
import { rejectedRows } from "@/lib/server/rejectedRows";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams }, async ({ params }) => {
  const { id, name } = await requireDataset(params.id);
  const rows = await rejectedRows(id);
  const text = csvText(
    ["row", "field", "reason", "text"],
    rows.map((rejected) => [rejected.row, rejected.field, rejected.message, rejected.text]),
  );
  return download(text, { type: "text/csv", fileName: `${name} rejected rows.csv` });
});
