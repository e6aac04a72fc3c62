/** What a person decides about a file, as schemas: the multipart field `plan`, and edits after the import. */
import { z } from "zod";
import type { ImportPlan, SpaceEdits } from "../core/formats/importPlan";
import { FEATURE_KINDS } from "../core/searchSpace";
import type { DatasetEdits } from "./contracts";

const MOST_VALUES = 10_000;
const label = z.string().max(1_000);
const featureValue = z.union([z.string().max(1_000), z.number()]);

const spaceEdits = z.strictObject({
  features: z
    .record(
      label,
      z.strictObject({
        kind: z.enum(FEATURE_KINDS).exactOptional(),
        values: z.array(featureValue).min(1).max(MOST_VALUES).exactOptional(),
      }),
    )
    .exactOptional(),
  lengths: z
    .record(z.string().regex(/^\d+$/), z.array(z.number().int().min(0)).min(1).max(MOST_VALUES))
    .exactOptional(),
}) satisfies z.ZodType<SpaceEdits>;

const metricEdits = z.record(
  label,
  z.strictObject({
    unit: z.string().trim().max(40).nullable().exactOptional(),
    goal: z.enum(["max", "min"]).nullable().exactOptional(),
  }),
);

export const importPlan = z.strictObject({
  firstRow: z.enum(["names", "values"]).exactOptional(),
  format: z.string().max(100).exactOptional(),
  columns: z
    .record(label, z.enum(["id", "architecture", "feature", "metric", "status", "ignored"]))
    .exactOptional(),
  metrics: metricEdits.exactOptional(),
  duplicates: z.enum(["keep", "average", "latest"]).exactOptional(),
  space: spaceEdits.exactOptional(),
}) satisfies z.ZodType<ImportPlan>;

export const datasetEdits = z.strictObject({
  name: z.string().trim().min(1, "A name is needed.").max(200).exactOptional(),
  space: spaceEdits.exactOptional(),
  metrics: metricEdits.exactOptional(),
}) satisfies z.ZodType<DatasetEdits>;
