import { assembledRequest } from "@/lib/api/contracts";
import { ApiError } from "@/lib/api/errors";
import { datasetParams } from "@/lib/api/requests";
import { created, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { listAssembled, storeAssembled } from "@/lib/server/assembled";
import { hasPredictor } from "@/lib/server/predictors";
import { requireDataset } from "@/lib/server/require";
import { maxJsonBytes } from "@/lib/server/settings";

export const GET = route({ params: datasetParams }, async ({ params }) => {
  const { id } = await requireDataset(params.id);
  return ok(await listAssembled(id));
});

export const POST = route(
  { params: datasetParams, body: { schema: assembledRequest, maxBytes: maxJsonBytes } },
  async ({ params, body }) => {
    const { id } = await requireDataset(params.id);
    if (body.predictorId !== null && !(await hasPredictor(id, body.predictorId))) {
      throw new ApiError("bad_request", "body predictorId: the dataset has no such predictor.");
    }
    return created(await storeAssembled(id, body));
  },
);
