import { ApiError } from "../api/errors";
import type { UploadResult } from "../api/contracts";
import { importFile } from "../core/formats";
import type { ImportOutcome } from "../core/formats/format";
import { storeDataset } from "./datasets";
import type { Upload } from "./uploads";

/** A page draws this many architectures before anything is stored. */
const NUM_PREVIEWED = 20;
const NUM_REJECTED_SHOWN = 1_000;

type Imported = Extract<ImportOutcome, { ok: true }>;

/**
 * Reads the uploaded file and says what it became, storing nothing.
 * @throws ApiError unknown_format, nothing_usable (details: issues and rejected rows)
 */
export async function previewUpload(upload: Upload): Promise<UploadResult> {
  return uploadResult(null, await parseUpload(upload));
}

/** The same, and stores it whole. */
export async function storeUpload(upload: Upload): Promise<UploadResult> {
  const imported = await parseUpload(upload);
  const { dataset, rejected, report } = imported;
  const { fileName, hash } = upload;
  const id = await storeDataset({ dataset, rejected, report, fileName, hash, sample: null });
  return uploadResult(id, imported);
}

async function parseUpload(upload: Upload): Promise<Imported> {
  const outcome = importFile({ name: upload.fileName, bytes: await upload.readBytes() });
  if (!outcome.ok) {
    const { code, message, issues, rejected } = outcome;
    throw new ApiError(code, message, { issues, rejected: rejected.slice(0, NUM_REJECTED_SHOWN) });
  }
  const name = upload.fields.name?.trim().slice(0, 200);
  return name ? { ...outcome, dataset: { ...outcome.dataset, name } } : outcome;
}

function uploadResult(id: string | null, { dataset, rejected, report }: Imported): UploadResult {
  const { space, metrics, architectures } = dataset;
  return {
    id,
    report,
    preview: { space, metrics, architectures: architectures.slice(0, NUM_PREVIEWED) },
    rejected: rejected.slice(0, NUM_REJECTED_SHOWN),
  };
}
