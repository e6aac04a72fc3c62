import { datasetParams, pageQuery } from "@/lib/api/requests";
import { jsonText } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { architecturePageText } from "@/lib/server/architectures";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams, query: pageQuery }, async ({ params, query }) => {
  const { id } = await requireDataset(params.id);
  return jsonText(await architecturePageText(id, query));
});
