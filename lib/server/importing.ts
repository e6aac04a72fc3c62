import { ApiError } from "../api/errors";
import type { UploadResult } from "../api/contracts";
import { importSteps } from "../core/formats";
import type { ImportOutcome, ImportStep } from "../core/formats/format";
import { storeDataset } from "./datasets";
import type { ImportRun } from "./imports";
import { planOf } from "./planField";
import { boundedReport, NUM_REJECTED_SHOWN, shownRows } from "./report";
import type { Upload } from "./uploads";

/** A page draws this many architectures before anything is stored. */
const NUM_PREVIEWED = 20;

type Imported = Extract<ImportOutcome, { ok: true }>;

/**
 * Reads the uploaded file and says what it became, storing nothing.
 * @throws ApiError bad_request (plan), unknown_format, nothing_usable (details: issues and rejected rows), cancelled
 */
export async function previewUpload(upload: Upload, run: ImportRun): Promise<UploadResult> {
  return uploadResult(null, await parseUpload(upload, run));
}

/** The same, and stores it whole. */
export async function storeUpload(upload: Upload, run: ImportRun): Promise<UploadResult> {
  const imported = await parseUpload(upload, run);
  const { dataset, rejected, report } = imported;
  const { fileName, hash } = upload;
  const id = await storeDataset({ dataset, rejected, report, fileName, hash, sample: null }, run);
  return uploadResult(id, imported);
}

async function parseUpload(upload: Upload, run: ImportRun): Promise<Imported> {
  const plan = planOf(upload.fields);
  const bytes = await upload.readBytes();
  const outcome = await inSteps(importSteps({ name: upload.fileName, bytes }, plan), run);
  if (!outcome.ok) throw refused(outcome);
  const name = upload.fields.name?.trim().slice(0, 200);
  return name ? { ...outcome, dataset: { ...outcome.dataset, name } } : outcome;
}

/** Runs an import step by step, with other requests in between. @throws ApiError cancelled */
export async function inSteps<Outcome>(
  steps: Generator<ImportStep, Outcome>,
  run: ImportRun,
): Promise<Outcome> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) await run.step(step.value);
  return step.value;
}

export function refused(outcome: Extract<ImportOutcome, { ok: false }>): ApiError {
  const { code, message, issues, rejected } = outcome;
  return new ApiError(code, message, {
    issues: issues.slice(0, NUM_REJECTED_SHOWN),
    numRejected: rejected.length,
    rejected: shownRows(rejected),
  });
}

function uploadResult(id: string | null, { dataset, rejected, report }: Imported): UploadResult {
  const { space, metrics, architectures } = dataset;
  return {
    id,
    report: boundedReport(report),
    preview: { space, metrics, architectures: architectures.slice(0, NUM_PREVIEWED) },
    rejected: shownRows(rejected),
  };
}
