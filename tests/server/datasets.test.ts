import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { deleteDataset, listDatasets, storeDataset } from "@/lib/server/datasets";
import { loadSamples } from "@/lib/server/samples";
import { withTemporaryDatabase } from "./temporaryDatabase";

withTemporaryDatabase();
const samples = resolve(import.meta.dirname, "../../public/samples");

describe("stored datasets", () => {
  it("are whole or absent: a row that cannot be stored takes all others back", async () => {
    const outcome = importFile({ name: "cell.csv", bytes: readFileSync(join(samples, "cell.csv")) });
    if (!outcome.ok) throw new Error(outcome.message);
    const { dataset, report } = outcome;
    // NaN becomes NULL, which the table of rejected rows refuses, after the dataset and its rows were inserted.
    const rejected = [{ row: Number.NaN, field: "", message: "", text: "" }];
    await expect(
      storeDataset({ dataset, rejected, report, fileName: "cell.csv", hash: "0", sample: null }),
    ).rejects.toThrow();
    expect(await listDatasets()).toEqual([]);
  });

  it("hold the samples once, and a deleted one stays deleted", async () => {
    await loadSamples(samples);
    await loadSamples(samples);
    const loaded = await listDatasets();
    expect(loaded.map(({ numArchitectures }) => numArchitectures).sort()).toEqual([2000, 351]);
    expect(loaded.every(({ sample }) => sample !== null && sample.limits.length > 0)).toBe(true);
    await deleteDataset(loaded[0]?.id ?? "");
    await loadSamples(samples);
    expect(await listDatasets()).toHaveLength(1);
  });
});
