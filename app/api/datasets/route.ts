import { uploadQuery } from "@/lib/api/requests";
import { created, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { listDatasets } from "@/lib/server/datasets";
import { previewUpload, storeUpload } from "@/lib/server/importing";
import { withImport } from "@/lib/server/importRoutes";

export const dynamic = "force-dynamic";

export const GET = route({}, async () => ok(await listDatasets()));

export const POST = route({ query: uploadQuery }, async ({ request, query }) =>
  query.dryRun
    ? ok(await withImport(request, query.importId, previewUpload))
    : created(await withImport(request, query.importId, storeUpload)),
);
