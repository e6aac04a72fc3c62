import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Dataset } from "@/lib/core/dataset";
import { datasetToArchset } from "@/lib/core/export/archset";
import { csvText } from "@/lib/core/export/csv";
import { datasetToTable } from "@/lib/core/export/datasetTable";
import { importFile } from "@/lib/core/formats";
import { seededRandom } from "@/lib/core/random";
import { sameDataset } from "@/lib/core/sameDataset";
import { randomDataset } from "./randomDataset";

const NUM_SEEDS = 300;
const seeds = Array.from({ length: NUM_SEEDS }, (_, seed) => seed);

function read(text: string): Dataset {
  const outcome = importFile({ name: "file", bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.message);
  if (outcome.rejected.length > 0) throw new Error(JSON.stringify(outcome.rejected[0]));
  return outcome.dataset;
}

const parts = ({ space, metrics, architectures }: Dataset) => ({
  space,
  metrics,
  architectures: architectures.map(({ row: _row, ...rest }) => rest),
});

function csvOf(dataset: Dataset): string {
  const { header, rows } = datasetToTable(dataset);
  return csvText(header, rows);
}

describe("a dataset that is exported and imported again is equal", () => {
  it(`as archset JSON, for ${NUM_SEEDS} random datasets`, () => {
    for (const seed of seeds) {
      const dataset = randomDataset(seed);
      const again = read(datasetToArchset(dataset));
      expect({ seed, name: again.name, ...parts(again) }).toEqual({
        seed,
        name: dataset.name,
        ...parts(dataset),
      });
      expect(sameDataset(dataset, again)).toBe(true);
    }
  });

  it(`as CSV, for ${NUM_SEEDS} random datasets`, () => {
    for (const seed of seeds) {
      const dataset = randomDataset(seed);
      expect({ seed, ...parts(read(csvOf(dataset))) }).toEqual({ seed, ...parts(dataset) });
    }
  });

  const folder = join(import.meta.dirname, "../../../public/samples");
  it.each(["staged.csv", "staged.json", "cell.json"])("for the sample %s in both forms", (name) => {
    const dataset = read(readFileSync(join(folder, name), "utf8"));
    expect(parts(read(datasetToArchset(dataset)))).toEqual(parts(dataset));
    expect(parts(read(csvOf(dataset)))).toEqual(parts(dataset));
  });

  it("for tables whose units are blocks, some of them failed", () => {
    const random = seededRandom(5);
    const unit = () =>
      Array.from(
        { length: 1 + Math.floor(random() * 3) },
        () => `e${3 + Math.floor(random() * 3)}k${3 + 2 * Math.floor(random() * 3)}`,
      ).join(" ");
    const rows = Array.from(
      { length: 200 },
      (_, row) =>
        `n${row},${unit()},${unit()},${random() < 0.1 ? "" : random()},${random() < 0.1 ? "OOM" : "ok"}`,
    );
    const dataset = read(["id,u1,u2,accuracy,state", ...rows].join("\n"));
    expect(dataset.architectures.some(({ status }) => status === "OOM")).toBe(true);
    expect(parts(read(csvOf(dataset)))).toEqual(parts(dataset));
    expect(parts(read(datasetToArchset(dataset)))).toEqual(parts(dataset));
  });
});

describe("a table stays as plain as it can", () => {
  it("with notation and metrics only where they say all", () => {
    const text = "id,u1,accuracy\r\na,e3k3,0.7\r\nb,e3k5,0.8\r\n";
    expect(csvOf(read(text))).toBe(text);
  });

  it("with a declaration where a unit was set by hand", () => {
    const dataset = read("id,u1,accuracy\r\na,e3k3,0.7\r\nb,e3k5,0.8\r\n");
    const edited = {
      ...dataset,
      metrics: [{ name: "accuracy", label: "accuracy", unit: "points", goal: null }],
    };
    expect(csvOf(edited).split("\r\n")[0]).toBe("id,architecture,accuracy,status,archset");
    expect(read(csvOf(edited)).metrics).toEqual(edited.metrics);
  });
});
