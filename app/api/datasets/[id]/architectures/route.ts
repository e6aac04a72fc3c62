import { datasetParams, pageQuery } from "@/lib/api/requests";
import { ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { architecturePage } from "@/lib/server/architectures";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams, query: pageQuery }, async ({ params, query }) => {
  const { id } = await requireDataset(params.id);
  return ok(await architecturePage(id, query));
});
