import { notFound } from "@/lib/api/errors";
import { datasetParams } from "@/lib/api/requests";
import { noContent, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { deleteDataset } from "@/lib/server/datasets";
import { requireDataset } from "@/lib/server/require";

export const GET = route({ params: datasetParams }, async ({ params }) =>
  ok(await requireDataset(params.id)),
);

export const DELETE = route({ params: datasetParams }, async ({ params }) => {
  if (!(await deleteDataset(params.id))) throw notFound("dataset");
  return noContent();
});
