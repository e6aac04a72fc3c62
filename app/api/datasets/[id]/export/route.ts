import { datasetParams, exportQuery } from "@/lib/api/requests";
import { download } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { datasetToArchset } from "@/lib/core/export/archset";
import { csvText } from "@/lib/core/export/csv";
import { datasetToTable } from "@/lib/core/export/datasetTable";
import { readDataset } from "@/lib/server/datasets";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams, query: exportQuery }, async ({ params, query }) => {
  const detail = await requireDataset(params.id);
  const dataset = await readDataset(detail);
  if (query.format === "json")
    return download(datasetToArchset(dataset), {
      type: "application/json",
      fileName: `${detail.name}.archset.json`,
    });
  const { header, rows } = datasetToTable(dataset);
  return download(csvText(header, rows), { type: "text/csv", fileName: `${detail.name}.csv` });
});
