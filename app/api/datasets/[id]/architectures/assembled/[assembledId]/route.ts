import { notFound } from "@/lib/api/errors";
import { assembledParams } from "@/lib/api/requests";
import { noContent } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { deleteAssembled } from "@/lib/server/assembled";

export const DELETE = route({ params: assembledParams }, async ({ params }) => {
  if (!(await deleteAssembled(params.id, params.assembledId))) throw notFound("assembled architecture");
  return noContent();
});
