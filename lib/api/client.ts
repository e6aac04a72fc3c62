/** The pages' side of HTTP: one typed function per request. Each throws an ApiError {code, message, details}. */
import type { EvaluatedArchitecture } from "../core/architecture";
import type { PredictorFile } from "../predictor/predictor";
import type {
  ArchitecturePage,
  AssembledArchitecture,
  AssembledEdits,
  AssembledRequest,
  DatasetDetail,
  DatasetEdits,
  DatasetSummary,
  Health,
  PredictorRequest,
  PredictorSummary,
} from "./contracts";
import { MAX_PAGE_ROWS } from "./requests";
import { call } from "./transport";

export { ApiError } from "./errors";
export {
  joinFile,
  rejectedOfFile,
  rejectedOfJoin,
  uploadDataset,
  type JoinOptions,
  type UploadOptions,
} from "./upload";

const PAGES_AHEAD = 2;

type Options = { readonly signal?: AbortSignal };

export const getHealth = (options?: Options): Promise<Health> => call("GET", "/api/health", options);

/** Newest first. */
export const listDatasets = (options?: Options): Promise<DatasetSummary[]> =>
  call("GET", "/api/datasets", options);

export const getDataset = (id: string, options?: Options): Promise<DatasetDetail> =>
  call("GET", `/api/datasets/${id}`, options);

/**
 * Edits name, metrics or search space of a stored dataset.
 * @throws ApiError conflict where predictors or saved designs rest on the space
 */
export const editDataset = (id: string, edits: DatasetEdits): Promise<DatasetDetail> =>
  call("PATCH", `/api/datasets/${id}`, { body: edits });

export const deleteDataset = (id: string): Promise<void> => call("DELETE", `/api/datasets/${id}`);

/** All rows of a dataset in file order; `onProgress` hears how many of how many have come. */
export async function getArchitectures(
  datasetId: string,
  { signal, onProgress }: Options & { readonly onProgress?: (read: number, total: number) => void } = {},
): Promise<EvaluatedArchitecture[]> {
  const pageFrom = (offset: number): Promise<ArchitecturePage> =>
    call("GET", `/api/datasets/${datasetId}/architectures?offset=${offset}&limit=${MAX_PAGE_ROWS}`, {
      signal,
    });
  const architectures: EvaluatedArchitecture[] = [];
  const asked = [pageFrom(0)];
  let total = Infinity;
  for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
    const page = await next;
    // A dataset that is deleted meanwhile answers with empty pages.
    if (page.architectures.length === 0) break;
    for (const architecture of page.architectures) architectures.push(architecture);
    total = page.total;
    // While one page is read here, the server prepares the next ones.
    for (let ahead = asked.length; ahead < PAGES_AHEAD; ahead++) {
      const offset = architectures.length + ahead * MAX_PAGE_ROWS;
      if (offset >= total) break;
      const later = pageFrom(offset);
      // Told where it is awaited, or not at all where an earlier page failed.
      later.catch(() => undefined);
      asked.push(later);
    }
    onProgress?.(architectures.length, total);
  }
  return architectures;
}

/** Address of a download of the whole dataset. */
export const exportUrl = (datasetId: string, format: "json" | "csv"): string =>
  `/api/datasets/${datasetId}/export?format=${format}`;

/** Address of the rejected rows with their reasons, as CSV. */
export const rejectedRowsUrl = (datasetId: string): string => `/api/datasets/${datasetId}/rejected`;

/** Newest first. */
export const listPredictors = (datasetId: string, options?: Options): Promise<PredictorSummary[]> =>
  call("GET", `/api/datasets/${datasetId}/predictors`, options);

export const getPredictor = (datasetId: string, id: string, options?: Options): Promise<PredictorFile> =>
  call("GET", `/api/datasets/${datasetId}/predictors/${id}`, options);

export const savePredictor = (datasetId: string, predictor: PredictorRequest): Promise<PredictorSummary> =>
  call("POST", `/api/datasets/${datasetId}/predictors`, { body: predictor });

export const deletePredictor = (datasetId: string, id: string): Promise<void> =>
  call("DELETE", `/api/datasets/${datasetId}/predictors/${id}`);

/** Newest first. */
export const listAssembled = (datasetId: string, options?: Options): Promise<AssembledArchitecture[]> =>
  call("GET", `/api/datasets/${datasetId}/architectures/assembled`, options);

/** Saves a draft of Build under its name. */
export const saveAssembled = (datasetId: string, draft: AssembledRequest): Promise<AssembledArchitecture> =>
  call("POST", `/api/datasets/${datasetId}/architectures/assembled`, { body: draft });

/** Notes what a browser measured of it. */
export const editAssembled = (
  datasetId: string,
  id: string,
  edits: AssembledEdits,
): Promise<AssembledArchitecture> =>
  call("PATCH", `/api/datasets/${datasetId}/architectures/assembled/${id}`, { body: edits });

export const deleteAssembled = (datasetId: string, id: string): Promise<void> =>
  call("DELETE", `/api/datasets/${datasetId}/architectures/assembled/${id}`);
