import { datasetParams, uploadQuery } from "@/lib/api/requests";
import { created, ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { withImport } from "@/lib/server/importRoutes";
import { joinUpload } from "@/lib/server/joining";
import { requireDataset } from "@/lib/server/require";

export const dynamic = "force-dynamic";

export const POST = route(
  { params: datasetParams, query: uploadQuery },
  async ({ request, params, query }) => {
    const { id } = await requireDataset(params.id);
    const result = await withImport(request, query.importId, (upload, run) =>
      joinUpload(id, upload, run, query.dryRun),
    );
    return query.dryRun ? ok(result) : created(result);
  },
);
