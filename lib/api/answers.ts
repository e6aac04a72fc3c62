/**
 * What the API answers with, as schemas: for the OpenAPI document only, as our own answers need no check. The types of
 * contracts.ts hold each to its fields, so that none can be missing or left over.
 */
import { z } from "zod";
import type { EvaluatedArchitecture } from "../core/architecture";
import type { ImportReport, Issue, Metric, RejectedRow } from "../core/dataset";
import {
  architectureSchema,
  assembledRequest,
  browserLatencySchema,
  predictorFileSchema,
  type ArchitecturePage,
  type AssembledArchitecture,
  type DatasetDetail,
  type DatasetSummary,
  type ErrorBody,
  type Health,
  type ImportProgress,
  type JoinResult,
  type PredictorSummary,
  type UploadResult,
} from "./contracts";

/** One schema a field. */
type Fields<T> = { readonly [Field in keyof Required<T>]: z.ZodType };

const count = z.int().min(0);
const id = z.string().regex(/^[0-9a-f]{16}$/);
const time = z.iso.datetime();

export const searchSpace = predictorFileSchema.shape.space;
export const interval = assembledRequest.shape.predicted.unwrap();

export const metric = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  goal: z.enum(["max", "min"]).nullable(),
} satisfies Fields<Metric>);

const issueFields = { row: count, field: z.string(), message: z.string() } satisfies Fields<Issue>;
export const issue = z.object(issueFields);
export const rejectedRow = z.object({
  ...issueFields,
  text: z.string(),
  held: z.string().optional(),
} satisfies Fields<RejectedRow>);

export const evaluatedArchitecture = architectureSchema.extend({
  row: count,
  metrics: z.array(z.number().nullable()),
  status: z.string().optional(),
} satisfies Fields<Omit<EvaluatedArchitecture, keyof z.infer<typeof architectureSchema>>>);

export const importReport = z.object({
  format: z.string(),
  structure: searchSpace.shape.structure,
  candidates: z.array(z.object({ id: z.string(), label: z.string() })),
  columns: z.array(z.object({ label: z.string(), role: z.string(), example: z.string() })),
  numArchitectures: count,
  accepted: count,
  merged: count,
  duplicateRule: z.enum(["keep", "average", "latest"]).optional(),
  rejected: count,
  duplicates: count,
  failed: count,
  noise: z.array(z.object({ metric: z.string(), numGroups: count, spread: z.number() })),
  units: searchSpace.shape.units,
  features: z.array(
    searchSpace.shape.nodeFeatures.element.extend({ scope: z.enum(["node", "architecture"]) }),
  ),
  metrics: z.array(
    metric.extend({
      min: z.number().nullable(),
      max: z.number().nullable(),
      missing: count,
      suspicion: z.string().nullable(),
    }),
  ),
  issues: z.array(issue),
} satisfies Fields<ImportReport>);

export const datasetSummary = z.object({
  id,
  name: z.string(),
  createdAt: time,
  structure: searchSpace.shape.structure,
  format: z.string(),
  numArchitectures: count,
  numRejected: count,
  numPredictors: count,
  sample: z.object({ summary: z.string(), limits: z.string(), cardUrl: z.string() }).nullable(),
} satisfies Fields<DatasetSummary>);

export const datasetDetail = datasetSummary.extend({
  hash: z.string(),
  fileName: z.string(),
  space: searchSpace,
  metrics: z.array(metric),
  report: importReport,
} satisfies Fields<Omit<DatasetDetail, keyof DatasetSummary>>);

export const uploadResult = z.object({
  id: id.nullable(),
  report: importReport,
  preview: z.object({
    space: searchSpace,
    metrics: z.array(metric),
    architectures: z.array(evaluatedArchitecture),
  } satisfies Fields<UploadResult["preview"]>),
  rejected: z.array(rejectedRow),
} satisfies Fields<UploadResult>);

export const joinResult = z.object({
  added: count,
  matched: count,
  numRejected: count,
  newMetrics: z.array(z.string()),
  report: importReport,
  rejected: z.array(rejectedRow),
} satisfies Fields<JoinResult>);

export const importProgress = z.object({
  phase: z.enum(["receiving", "reading", "checking", "storing"]),
  share: z.number().min(0).max(1),
} satisfies Fields<ImportProgress>);

export const importStatus = z.union([importProgress, z.object({ phase: z.literal("unknown") })]);

export const architecturePage = z.object({
  total: count,
  offset: count,
  architectures: z.array(evaluatedArchitecture),
} satisfies Fields<ArchitecturePage>);

export const predictorSummary = z.object({
  id,
  name: z.string(),
  kind: z.string(),
  target: z.string(),
  createdAt: time,
  seed: predictorFileSchema.shape.seed,
  backend: z.string(),
  settings: predictorFileSchema.shape.settings,
  metrics: predictorFileSchema.shape.metrics,
} satisfies Fields<PredictorSummary>);

export const assembledArchitecture = z.object({
  id,
  name: z.string(),
  createdAt: time,
  predictorId: id.nullable(),
  architecture: architectureSchema,
  predicted: interval.nullable(),
  latencies: z.array(browserLatencySchema),
} satisfies Fields<AssembledArchitecture>);

export const health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  maxUploadBytes: count,
} satisfies Fields<Health>);

/** @param codes those that the server answers with */
export const errorBody = (codes: readonly string[]) =>
  z.object({
    error: z.object({
      code: z.enum(codes),
      message: z.string(),
      details: z.unknown(),
    } satisfies Fields<ErrorBody["error"]>),
  } satisfies Fields<ErrorBody>);
