/** What crosses HTTP, as schemas; routes, pages and the OpenAPI document derive from these. */
import { z } from "zod";
import type { Architecture, EvaluatedArchitecture } from "../core/architecture";
import { LATENCY_BACKENDS, type BrowserLatency } from "../core/browserLatency";
import type { ImportReport, Metric, RejectedRow } from "../core/dataset";
import type { SpaceEdits } from "../core/formats/importPlan";
import { settingsProblem } from "../core/predictorSettings";
import { FEATURE_KINDS, type SearchSpace } from "../core/searchSpace";
import type { FitSettings, Interval, PredictorFile, PredictorMetrics } from "../predictor/predictor";

export type DatasetSummary = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly structure: SearchSpace["structure"];
  readonly format: string;
  readonly numArchitectures: number;
  readonly numRejected: number;
  readonly numPredictors: number;
  /** A sample that comes with Archwright; one sentence says what it is, `cardUrl` says how it was measured. */
  readonly sample: { readonly summary: string; readonly limits: string; readonly cardUrl: string } | null;
};

export type DatasetDetail = DatasetSummary & {
  /** sha256 of the file it came from, hexadecimal. */
  readonly hash: string;
  readonly fileName: string;
  readonly space: SearchSpace;
  readonly metrics: readonly Metric[];
  readonly report: ImportReport;
};

/**
 * `POST /api/datasets` (multipart: `file`, optional `name`, optional `plan` = JSON of ImportPlan): 201 after storing;
 * with `?dryRun=true` 200 and nothing is stored. `?importId=` (16 hexadecimal digits of the client's choice) lets
 * `GET /api/imports/ID` tell its progress and `DELETE /api/imports/ID` cancel it; aborting the request cancels too.
 */
export type UploadResult = {
  readonly id: string | null;
  readonly report: ImportReport;
  /** What the first rows became, so that a page can draw them before anything is stored. */
  readonly preview: {
    readonly space: SearchSpace;
    readonly metrics: readonly Metric[];
    readonly architectures: readonly EvaluatedArchitecture[];
  };
  /** At most 1,000; the report has the count of all. */
  readonly rejected: readonly RejectedRow[];
};

/** How far an upload under way is. */
export type ImportProgress = {
  readonly phase: "receiving" | "reading" | "checking" | "storing";
  /** Share of the phase that is done, 0 to 1. */
  readonly share: number;
};

/**
 * `GET /api/imports/ID`. An upload that has not arrived yet, or has been answered already, is unknown: whoever asks cannot
 * know, so that is no error.
 */
export type ImportStatus = ImportProgress | { readonly phase: "unknown" };

/** How rows of a second file find the rows that are there. */
export type JoinKey = "id" | "architecture";

/**
 * `POST /api/datasets/ID/rows` (multipart: `file`, `by` = id | architecture, optional `plan`; also `?dryRun=true`,
 * `?importId=`): a second file joins. Rows read = added + matched + rejected.
 */
export type JoinResult = {
  /** New rows of the same space. */
  readonly added: number;
  /** Rows whose values went to a row that was there. */
  readonly matched: number;
  readonly numRejected: number;
  /** Names of the metrics that the dataset did not have. */
  readonly newMetrics: readonly string[];
  /** Of the second file as it was read. */
  readonly report: ImportReport;
  /** At most 1,000. */
  readonly rejected: readonly RejectedRow[];
};

/**
 * `PATCH /api/datasets/ID` with DatasetEdits answers DatasetDetail. `space` edits the space as it is now; every row,
 * and every row that a search space refused before, is validated against the new one at once. 409 `conflict` where
 * predictors or assembled architectures rest on the space; name and metrics can always be edited.
 */
export type DatasetEdits = {
  readonly name?: string;
  readonly space?: SpaceEdits;
  /** By metric name. */
  readonly metrics?: Readonly<Record<string, Partial<Pick<Metric, "unit" | "goal">>>>;
};

export type ArchitecturePage = {
  readonly total: number;
  readonly offset: number;
  readonly architectures: readonly EvaluatedArchitecture[];
};

export type PredictorSummary = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly target: string;
  readonly createdAt: string;
  readonly seed: number;
  readonly backend: string;
  readonly settings: FitSettings;
  readonly metrics: PredictorMetrics;
};

/** An architecture clicked together in Build and saved under a name. */
export type AssembledArchitecture = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly predictorId: string | null;
  readonly architecture: Architecture;
  readonly predicted: Interval | null;
  /** The latest of each backend. */
  readonly latencies: readonly BrowserLatency[];
};

const code = z.number();
export const architectureSchema = z.object({
  id: z.string().max(200),
  units: z.array(z.array(z.array(code))),
  globals: z.array(code),
  edges: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
});

const ms = z.number().min(0);

export const browserLatencySchema = z.object({
  backend: z.enum(LATENCY_BACKENDS),
  threads: z.int().min(1).nullable(),
  template: z.looseObject({ family: z.string().max(60) }),
  inputShape: z.array(z.int().min(1)).min(1).max(8),
  medianMs: ms,
  lowMs: ms,
  highMs: ms,
  numTimes: z.int().min(1),
  numWarmUps: z.int().min(0),
  measuredAt: z.iso.datetime(),
});

/** At most one a backend. */
const browserLatencies = z
  .array(browserLatencySchema)
  .max(LATENCY_BACKENDS.length)
  .refine((latencies) => new Set(latencies.map(({ backend }) => backend)).size === latencies.length, {
    message: "Each backend may stand here once.",
  });

export const assembledRequest = z.object({
  name: z.string().trim().min(1, "A name is needed.").max(120),
  predictorId: z.string().nullable(),
  architecture: architectureSchema,
  predicted: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  latencies: browserLatencies.optional(),
});
export type AssembledRequest = Omit<z.infer<typeof assembledRequest>, "latencies"> & {
  readonly latencies?: readonly BrowserLatency[];
};

/**
 * `PATCH /api/datasets/ID/architectures/assembled/ID` answers AssembledArchitecture. Each latency takes the place of the
 * older one of its backend; those of other backends stay.
 */
export const assembledEdits = z.object({ latencies: browserLatencies });
export type AssembledEdits = { readonly latencies: readonly BrowserLatency[] };

/** Every error over HTTP has this body; the code decides the status (see errors.ts). */
export type ErrorBody = {
  readonly error: { readonly code: string; readonly message: string; readonly details: unknown };
};

const featureValue = z.union([z.string(), z.number()]);
const edgeSchema = z.tuple([z.number().int(), z.number().int()]);

const featureSchema = z.looseObject({
  name: z.string(),
  kind: z.enum(FEATURE_KINDS),
  values: z.array(featureValue),
});

const searchSpaceSchema = z.looseObject({
  structure: z.enum(["staged", "chain", "cell", "graph", "flat"]),
  units: z.array(
    z.looseObject({
      name: z.string(),
      lengths: z.array(z.number().int()),
      layerNames: z.array(z.string()).optional(),
    }),
  ),
  nodeFeatures: z.array(featureSchema),
  globalFeatures: z.array(featureSchema),
  notation: z.string(),
  edges: z.array(edgeSchema).optional(),
  constants: z.record(z.string(), z.union([featureValue, z.array(featureValue), z.null()])),
});

const fitMetricsSchema = z.looseObject({
  srcc: z.number().nullable(),
  mae: z.number().nullable(),
  mape: z.number().nullable(),
  hopSrcc: z.array(z.number()),
  epochs: z.number(),
  seconds: z.number(),
  members: z.number(),
  numTrain: z.number(),
  numTest: z.number(),
  heldOut: z.object({ measured: z.array(z.number()), predicted: z.array(z.number()) }),
  validation: z.object({ measured: z.array(z.number()), predicted: z.array(z.number()) }).optional(),
  lossCurve: z.array(z.number()),
  notes: z.array(z.string().max(2_000)).max(20).optional(),
  coverage: z.number().optional(),
  contributions: z
    .array(z.object({ part: z.string().max(200), weight: z.number(), srcc: z.number() }))
    .max(20)
    .optional(),
  baselines: z
    .array(z.object({ name: z.string().max(200), numTrain: z.number(), srcc: z.number() }))
    .max(20)
    .optional(),
  groups: z
    .object({ rule: z.string().max(300), numGroups: z.number().int(), numRows: z.number().int() })
    .optional(),
});

/** Version 1 of the predictor file; fields that a kind adds are kept. */
export const predictorFileSchema = z.looseObject({
  format: z.literal("archwright-predictor"),
  version: z.literal(1),
  kind: z.string().max(60),
  target: z.string().max(1_000),
  datasetHash: z.string().max(128),
  seed: z.number().int().min(-2147483648).max(2147483647),
  backend: z.enum(["webgl", "wasm", "cpu"]),
  settings: z
    .object({ kind: z.string(), seed: z.number(), trainFraction: z.number() })
    .catchall(z.union([z.number(), z.string(), z.boolean()]))
    .superRefine((settings, context) => {
      const message = settingsProblem(settings, true);
      if (message !== null) context.addIssue({ code: "custom", message });
    }),
  metrics: fitMetricsSchema,
  space: searchSpaceSchema,
  labelled: z.object({ architectures: z.array(architectureSchema), targets: z.array(z.number()) }),
  tensors: z.record(
    z.string(),
    z.object({
      shape: z.array(z.number().int().min(0)),
      dtype: z.enum(["float32", "float64"]),
      data: z.string(),
    }),
  ),
});

export const predictorRequest = z.object({
  name: z.string().trim().min(1, "A name is needed.").max(120),
  file: predictorFileSchema,
});
/** What `POST /api/datasets/ID/predictors` takes. */
export type PredictorRequest = { readonly name: string; readonly file: PredictorFile };

/** `GET /api/health` */
export type Health = {
  readonly status: "ok";
  readonly version: string;
  readonly maxUploadBytes: number;
};
