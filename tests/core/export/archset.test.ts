import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BrowserLatency } from "@/lib/core/browserLatency";
import type { Dataset } from "@/lib/core/dataset";
import { assembledToArchset, datasetToArchset } from "@/lib/core/export/archset";
import { importFile } from "@/lib/core/formats";

const latency: BrowserLatency = {
  backend: "wasm",
  threads: 1,
  template: { family: "edgeCell" },
  inputShape: [3, 32, 32],
  medianMs: 1.25,
  lowMs: 1.2,
  highMs: 1.5,
  numTimes: 50,
  numWarmUps: 10,
  measuredAt: "2026-11-24T20:00:00.000Z",
};
const samples = join(import.meta.dirname, "../../../public/samples");

function read(bytes: Uint8Array): Dataset {
  const outcome = importFile({ name: "file.json", bytes });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.dataset;
}

describe("archset JSON", () => {
  it.each(["staged.json", "cell.csv"])("of %s is read back equal", (name) => {
    const dataset = read(readFileSync(join(samples, name)));
    const again = read(new TextEncoder().encode(datasetToArchset(dataset)));
    expect(again.space).toEqual(dataset.space);
    expect(again.metrics).toEqual(dataset.metrics);
    expect(again.architectures.map(({ row: _row, ...rest }) => rest)).toEqual(
      dataset.architectures.map(({ row: _row, ...rest }) => rest),
    );
  });

  it("of one assembled architecture holds its notation and provenance, and is read back in its space", () => {
    const { space } = read(readFileSync(join(samples, "cell.csv")));
    const architecture = { id: "mine", units: [[[0], [1], [2], [3], [4], [0]]], globals: [] };
    const text = assembledToArchset("mine", space, architecture, {
      datasetHash: "abc",
      predictorId: "p1",
      seed: 7,
      target: "accuracy",
      predicted: { value: 0.75, low: 0.7, high: 0.8 },
    });
    expect(JSON.parse(text)).toMatchObject({
      format: "archset",
      version: 2,
      provenance: { datasetHash: "abc", predictorId: "p1", seed: 7, predicted: { value: 0.75 } },
      architectures: [
        {
          id: "mine",
          notation: "|avg_pool_3x3~0|+|none~0|nor_conv_1x1~1|+|nor_conv_3x3~0|skip_connect~1|avg_pool_3x3~2|",
        },
      ],
    });
    const again = read(new TextEncoder().encode(text));
    expect(again.space).toEqual(space);
    expect(again.architectures[0]).toMatchObject(architecture);
    expect(again.metrics).toEqual([]);
  });

  it("of one that a browser measured has the median as a metric, and keeps spread and conditions", () => {
    const { space } = read(readFileSync(join(samples, "cell.csv")));
    const architecture = { id: "mine", units: [[[0], [1], [2], [3], [4], [0]]], globals: [] };
    const text = assembledToArchset("mine", space, architecture, {
      datasetHash: "abc",
      predictorId: null,
      seed: null,
      target: null,
      predicted: null,
      latencies: [latency],
    });
    expect(JSON.parse(text)).toMatchObject({ provenance: { latencies: [latency] } });
    const again = read(new TextEncoder().encode(text));
    expect(again.metrics).toEqual([
      { name: "latency_browser_wasm", label: "latency_browser_wasm", unit: "ms", goal: "min" },
    ]);
    expect(again.architectures[0]?.metrics).toEqual([1.25]);
  });
});
