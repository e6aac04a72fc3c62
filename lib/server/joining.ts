import type { JoinResult } from "../api/contracts";
import { renewedReport } from "../core/formats/importReport";
import { joinSteps } from "../core/formats/join";
import { placedRows } from "./architectures";
import { database, inTransaction } from "./database";
import { exclusively } from "./exclusive";
import { inSteps, refused } from "./importing";
import type { ImportRun } from "./imports";
import { joinKeyOf, planOf } from "./planField";
import { heldRejectedRows } from "./rejectedRows";
import { boundedReport, shownRows } from "./report";
import { requireDataset } from "./require";
import { datasetOf, placeBehind, rewriteDataset } from "./rewriteDataset";
import type { Upload } from "./uploads";

/**
 * Joins the uploaded file to a dataset, whole or not at all.
 * @param isDryRun only say what would become of the file
 * @throws ApiError not_found; bad_request (plan, by); unknown_format; nothing_usable; cancelled
 */
export const joinUpload = (
  id: string,
  upload: Upload,
  run: ImportRun,
  isDryRun: boolean,
): Promise<JoinResult> =>
  exclusively(id, async () => {
    const { detail, rows, before, outcome } = await joinOutcome(id, upload, run);
    if (!outcome.ok) throw refused(outcome);
    if (!isDryRun) {
      const rejected = [...before, ...outcome.rejected];
      const after = datasetOf({ ...detail, metrics: outcome.metrics }, outcome.rows);
      const report = renewedReport(detail.report, datasetOf(detail, rows), after, rejected, outcome.matched);
      await inTransaction((transaction) =>
        rewriteDataset(transaction, id, { dataset: after, rows: outcome.rows, rejected, report }, run),
      );
    }
    return {
      added: outcome.added,
      matched: outcome.matched,
      numRejected: outcome.rejected.length,
      newMetrics: outcome.newMetrics,
      report: boundedReport(outcome.report),
      rejected: shownRows(outcome.rejected),
    };
  });

/** What would become of the dataset, which is left as it is. */
export async function joinOutcome(id: string, upload: Upload, run: ImportRun) {
  const detail = await requireDataset(id);
  const plan = planOf(upload.fields);
  const by = joinKeyOf(upload.fields);
  const queries = await database();
  const rows = await placedRows(queries, id);
  const before = await heldRejectedRows(queries, id);
  const source = { name: upload.fileName, bytes: await upload.readBytes() };
  const nextPosition = placeBehind(rows, before);
  const { duplicateRule } = detail.report;
  const request = { source, plan, by, dataset: detail, duplicateRule, rows, nextPosition };
  const outcome = await inSteps(joinSteps(request), run);
  return { detail, rows, before, outcome };
}
