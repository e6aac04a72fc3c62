import { notFound } from "@/lib/api/errors";
import { importParams } from "@/lib/api/requests";
import { noContent, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { cancelImport, importProgress } from "@/lib/server/imports";

export const GET = route({ params: importParams }, async ({ params }) => {
  const progress = importProgress(params.importId);
  if (progress === null) throw notFound("import under way");
  return ok(progress);
});

export const DELETE = route({ params: importParams }, async ({ params }) => {
  if (!cancelImport(params.importId)) throw notFound("import under way");
  return noContent();
});
