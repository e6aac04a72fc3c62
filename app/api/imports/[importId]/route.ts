import { notFound } from "@/lib/api/errors";
import { importParams } from "@/lib/api/requests";
import { noContent, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { cancelImport, importStatus } from "@/lib/server/imports";

export const dynamic = "force-dynamic";

export const GET = route({ params: importParams }, async ({ params }) => ok(importStatus(params.importId)));

export const DELETE = route({ params: importParams }, async ({ params }) => {
  if (!cancelImport(params.importId)) throw notFound("import under way");
  return noContent();
});
