/** Schemas of addresses and queries. */
import { z } from "zod";

const id = z.string().regex(/^[0-9a-f]{16}$/, "An id has 16 hexadecimal digits.");

export const datasetParams = z.object({ id });
export const predictorParams = z.object({ id, predictorId: id });
export const assembledParams = z.object({ id, assembledId: id });

export const importParams = z.object({ importId: id });

export const MAX_PAGE_ROWS = 10_000;
export const pageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_ROWS).default(1_000),
});
export const exportQuery = z.object({ format: z.enum(["json", "csv"]).default("json") });
export const uploadQuery = z.object({ dryRun: z.stringbool().default(false), importId: id.optional() });
