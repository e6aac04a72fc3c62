import { assembledEdits } from "@/lib/api/contracts";
import { notFound } from "@/lib/api/errors";
import { assembledParams } from "@/lib/api/requests";
import { noContent, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { deleteAssembled, editAssembled } from "@/lib/server/assembled";
import { maxJsonBytes } from "@/lib/server/settings";

const missing = () => notFound("assembled architecture");

export const PATCH = route(
  { params: assembledParams, body: { schema: assembledEdits, maxBytes: maxJsonBytes } },
  async ({ params, body }) => {
    const edited = await editAssembled(params.id, params.assembledId, body);
    if (edited === null) throw missing();
    return ok(edited);
  },
);

export const DELETE = route({ params: assembledParams }, async ({ params }) => {
  if (!(await deleteAssembled(params.id, params.assembledId))) throw missing();
  return noContent();
});
