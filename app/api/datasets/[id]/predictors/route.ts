import { predictorRequest } from "@/lib/api/contracts";
import { datasetParams } from "@/lib/api/requests";
import { created, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { listPredictors, storePredictor } from "@/lib/server/predictors";
import { requireDataset } from "@/lib/server/require";
import { maxJsonBytes } from "@/lib/server/settings";

export const GET = route({ params: datasetParams }, async ({ params }) => {
  const { id } = await requireDataset(params.id);
  return ok(await listPredictors(id));
});

export const POST = route(
  { params: datasetParams, body: { schema: predictorRequest, maxBytes: maxJsonBytes } },
  async ({ params, body }) => {
    const { id } = await requireDataset(params.id);
    return created(await storePredictor(id, body));
  },
);
