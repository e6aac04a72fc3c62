import { uploadQuery } from "@/lib/api/requests";
import { created, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { listDatasets } from "@/lib/server/datasets";
import { previewUpload, storeUpload } from "@/lib/server/importing";
import { withUpload } from "@/lib/server/uploads";

export const dynamic = "force-dynamic";

export const GET = route({}, async () => ok(await listDatasets()));

export const POST = route({ query: uploadQuery }, async ({ request, query }) =>
  query.dryRun
    ? ok(await withUpload(request, previewUpload))
    : created(await withUpload(request, storeUpload)),
);
