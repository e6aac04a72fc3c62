/** Every route of the API with what it takes and answers: what the OpenAPI document lists. */
import type { z } from "zod";
import * as answers from "./answers";
import { assembledEdits, assembledRequest, predictorFileSchema, predictorRequest } from "./contracts";
import type { Content, Operation } from "./operation";
import { datasetEdits } from "./planSchema";
import {
  assembledParams,
  datasetParams,
  exportQuery,
  importParams,
  pageQuery,
  predictorParams,
  uploadQuery,
} from "./requests";

const found = (says: string, content: Content) => ({ 200: { says, content } });
const stored = (says: string, one: z.ZodType) => ({ 201: { says, content: { one } } });
const deleted = { 204: { says: "Deleted.", content: null } };

const DATASETS = "/api/datasets";
const DATASET = `${DATASETS}/{id}`;
const PREDICTORS = `${DATASET}/predictors`;
const ARCHITECTURES = `${DATASET}/architectures`;
const ASSEMBLED = `${ARCHITECTURES}/assembled`;
const IMPORT = "/api/imports/{importId}";

const aboutDataset = { params: datasetParams, errors: ["bad_request", "not_found"] } as const;
const aboutPredictor = { params: predictorParams, errors: ["bad_request", "not_found"] } as const;
const aboutImport = { params: importParams, errors: ["bad_request", "not_found"] } as const;

export const OPERATIONS: readonly Operation[] = [
  {
    path: DATASETS,
    method: "get",
    summary: "Lists the datasets.",
    answers: found("All datasets.", { listOf: answers.datasetSummary }),
    errors: [],
  },
  {
    path: DATASETS,
    method: "post",
    summary:
      "Stores a file as a dataset, whole or not at all; with dryRun=true only says what it would become.",
    query: uploadQuery,
    form: { name: { values: null, required: false } },
    answers: {
      200: { says: "Dry run: nothing is stored, the id is null.", content: { one: answers.uploadResult } },
      201: { says: "Stored.", content: { one: answers.uploadResult } },
    },
    errors: ["bad_request", "too_large", "unknown_format", "nothing_usable"],
  },
  {
    path: `${DATASETS}/rejected`,
    method: "post",
    summary: "Says which rows of a file would not be taken, all of them and why; nothing is stored.",
    form: {},
    answers: found("One line a rejected row.", { file: ["text/csv"] }),
    errors: ["bad_request", "too_large", "unknown_format"],
  },
  {
    ...aboutDataset,
    path: DATASET,
    method: "get",
    summary: "Describes a dataset: its search space, metrics and import report.",
    answers: found("The dataset.", { one: answers.datasetDetail }),
  },
  {
    path: DATASET,
    method: "patch",
    summary: "Edits name, search space and metrics; every row is validated against the edited space.",
    params: datasetParams,
    body: datasetEdits,
    answers: found("The dataset as it is now.", { one: answers.datasetDetail }),
    errors: ["bad_request", "not_found", "conflict", "too_large"],
  },
  {
    ...aboutDataset,
    path: DATASET,
    method: "delete",
    summary: "Deletes a dataset with its predictors and assembled architectures.",
    answers: deleted,
  },
  {
    path: `${DATASET}/rows`,
    method: "post",
    summary: "Joins a second file: new rows, or new metrics of rows that are there.",
    params: datasetParams,
    query: uploadQuery,
    form: { by: { values: ["id", "architecture"], required: true } },
    answers: {
      200: { says: "Dry run: nothing is stored.", content: { one: answers.joinResult } },
      201: { says: "Joined.", content: { one: answers.joinResult } },
    },
    errors: ["bad_request", "not_found", "too_large", "unknown_format", "nothing_usable"],
  },
  {
    path: `${DATASET}/rows/rejected`,
    method: "post",
    summary: "Says which rows of a file could not join, all of them and why; nothing is stored.",
    params: datasetParams,
    form: { by: { values: ["id", "architecture"], required: true } },
    answers: found("One line a rejected row.", { file: ["text/csv"] }),
    errors: ["bad_request", "not_found", "too_large", "unknown_format"],
  },
  {
    ...aboutDataset,
    path: `${DATASET}/rejected`,
    method: "get",
    summary: "Saves the rows that were not taken, with the reason of each.",
    answers: found("One line a rejected row.", { file: ["text/csv"] }),
  },
  {
    ...aboutDataset,
    path: `${DATASET}/export`,
    method: "get",
    summary: "Saves the dataset as archset JSON or as CSV.",
    query: exportQuery,
    answers: found("The dataset.", { file: ["application/json", "text/csv"] }),
  },
  {
    ...aboutDataset,
    path: ARCHITECTURES,
    method: "get",
    summary: "Gives architectures with what was measured, in the order of the file.",
    query: pageQuery,
    answers: found("One page.", { one: answers.architecturePage }),
  },
  {
    ...aboutDataset,
    path: ASSEMBLED,
    method: "get",
    summary: "Lists the architectures that were assembled from modules.",
    answers: found("All of the dataset.", { listOf: answers.assembledArchitecture }),
  },
  {
    path: ASSEMBLED,
    method: "post",
    summary: "Stores an assembled architecture.",
    params: datasetParams,
    body: assembledRequest,
    answers: stored("Stored.", answers.assembledArchitecture),
    errors: ["bad_request", "not_found", "too_large"],
  },
  {
    path: `${ASSEMBLED}/{assembledId}`,
    method: "patch",
    summary: "Notes latencies that a browser measured of an assembled architecture.",
    params: assembledParams,
    body: assembledEdits,
    answers: found("The architecture as it is now.", { one: answers.assembledArchitecture }),
    errors: ["bad_request", "not_found", "too_large"],
  },
  {
    path: `${ASSEMBLED}/{assembledId}`,
    method: "delete",
    summary: "Deletes an assembled architecture.",
    params: assembledParams,
    answers: deleted,
    errors: ["bad_request", "not_found"],
  },
  {
    ...aboutDataset,
    path: PREDICTORS,
    method: "get",
    summary: "Lists the predictors trained on a dataset, newest first.",
    answers: found("All of the dataset.", { listOf: answers.predictorSummary }),
  },
  {
    path: PREDICTORS,
    method: "post",
    summary: "Stores a trained predictor.",
    params: datasetParams,
    body: predictorRequest,
    answers: stored("Stored.", answers.predictorSummary),
    errors: ["bad_request", "not_found", "too_large"],
  },
  {
    ...aboutPredictor,
    path: `${PREDICTORS}/{predictorId}`,
    method: "get",
    summary: "Gives a predictor's file: weights, moments, metrics, settings, seed and the dataset's hash.",
    answers: found("The file.", { one: predictorFileSchema }),
  },
  {
    ...aboutPredictor,
    path: `${PREDICTORS}/{predictorId}`,
    method: "delete",
    summary: "Deletes a predictor.",
    answers: deleted,
  },
  {
    path: IMPORT,
    method: "get",
    summary: "Tells how far an upload is that was sent with this importId.",
    params: importParams,
    answers: found("How far it is; unknown before it arrives and once it is answered.", {
      one: answers.importStatus,
    }),
    errors: ["bad_request"],
  },
  {
    ...aboutImport,
    path: IMPORT,
    method: "delete",
    summary: "Cancels an upload; nothing of it is kept.",
    answers: { 204: { says: "It stops at once, or at its next step.", content: null } },
  },
  {
    path: "/api/health",
    method: "get",
    summary: "Answers once the database can be read.",
    answers: found("Ready.", { one: answers.health }),
    errors: [],
  },
  {
    path: "/api/openapi.json",
    method: "get",
    summary: "Gives this document.",
    answers: found("OpenAPI 3.1.", { file: ["application/json"] }),
    errors: [],
  },
];
