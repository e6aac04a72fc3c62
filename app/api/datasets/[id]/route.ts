import { notFound } from "@/lib/api/errors";
import { datasetParams } from "@/lib/api/requests";
import { noContent, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { datasetEdits } from "@/lib/api/planSchema";
import { deleteDataset } from "@/lib/server/datasets";
import { editDataset } from "@/lib/server/editing";
import { requireDataset } from "@/lib/server/require";
import { maxJsonBytes } from "@/lib/server/settings";

export const GET = route({ params: datasetParams }, async ({ params }) =>
  ok(await requireDataset(params.id)),
);

export const PATCH = route(
  { params: datasetParams, body: { schema: datasetEdits, maxBytes: maxJsonBytes } },
  async ({ params, body }) => ok(await editDataset(params.id, body)),
);

export const DELETE = route({ params: datasetParams }, async ({ params }) => {
  if (!(await deleteDataset(params.id))) throw notFound("dataset");
  return noContent();
});
