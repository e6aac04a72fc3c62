/** All rows that a file would lose, of which the pages see the first ones only; nothing is stored. */
import type { RejectedRow } from "../core/dataset";
import { importSteps } from "../core/formats";
import { joinOutcome } from "./joining";
import { inSteps, refused } from "./importing";
import type { ImportRun } from "./imports";
import { planOf } from "./planField";
import type { Upload } from "./uploads";

type Rejected = { readonly fileName: string; readonly rejected: readonly RejectedRow[] };

/** @throws ApiError bad_request (plan), unknown_format, cancelled */
export async function rejectedOfUpload(upload: Upload, run: ImportRun): Promise<Rejected> {
  const plan = planOf(upload.fields);
  const source = { name: upload.fileName, bytes: await upload.readBytes() };
  const outcome = await inSteps(importSteps(source, plan), run);
  if (!outcome.ok && outcome.code === "unknown_format") throw refused(outcome);
  return { fileName: upload.fileName, rejected: outcome.rejected };
}

/** The same of a file that would join a dataset. @throws also not_found */
export async function rejectedOfJoin(datasetId: string, upload: Upload, run: ImportRun): Promise<Rejected> {
  const { outcome } = await joinOutcome(datasetId, upload, run);
  if (!outcome.ok && outcome.code === "unknown_format") throw refused(outcome);
  return { fileName: upload.fileName, rejected: outcome.rejected };
}
