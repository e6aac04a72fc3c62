import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  isPlainRecord,
  NumberArray,
  readPickle,
  readTorchCheckpoint,
  type PlainValue,
} from "@/lib/core/pickle";
import { sharedPath } from "../../shared";

/** Figures beside these files were printed by Python 3.11 with torch 1.13. */
const CHECKPOINTS = "reference/checkpoints";
const nameOf = (target: string): string =>
  target === "acc"
    ? "minMAE_ofa_mbv3_custom_acc_GraphConv_sum_directed_srcc1"
    : `minMAE_ofa_mbv3_${target}_custom_${target}_GraphConv_sum_directed_srcc1`;

const record = (value: PlainValue | undefined): Readonly<Record<string, PlainValue>> => {
  if (!isPlainRecord(value)) throw new Error("not a record");
  return value;
};
const list = (value: PlainValue | undefined): readonly PlainValue[] => {
  if (!Array.isArray(value)) throw new Error("not a list");
  return value;
};
const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const read = (path: string): PlainValue =>
  path.endsWith(".pkl") ? readPickle(readFileSync(path)) : readTorchCheckpoint(readFileSync(path));

const checkpoint = (target: string) => sharedPath(`${CHECKPOINTS}/${nameOf(target)}_predictor.pt`);

describe("released checkpoints", () => {
  const [path, weights] = [checkpoint("acc"), sharedPath("reference/weights/mbv3_acc.json")];
  it.skipIf(path === null || weights === null)("hold the accuracy predictor's tensors bit for bit", () => {
    const { tensors } = JSON.parse(readFileSync(weights ?? "", "utf8")) as {
      tensors: Record<string, { shape: number[]; values: number[] }>;
    };
    const state = record(read(path ?? ""));
    expect(Object.keys(state).sort()).toEqual(Object.keys(tensors).sort());
    for (const [key, { shape, values }] of Object.entries(tensors)) {
      const tensor = state[key];
      if (!(tensor instanceof NumberArray)) throw new Error(`${key} is no tensor`);
      expect([key, tensor.shape, Array.from(tensor.data)]).toEqual([key, shape, values.map(Math.fround)]);
    }
  });

  it.each([
    ["latency_gpu", 8456600.410420146],
    ["latency_cpu", 2544600.6171234054],
    ["latency_npu", 854621.5422022337],
  ])("hold 67 tensors of 168,786 numbers of %s", (target, total) => {
    const found = checkpoint(target);
    if (found === null) return;
    const tensors = Object.values(record(read(found))).flatMap((tensor) =>
      tensor instanceof NumberArray ? [tensor] : [],
    );
    expect(tensors).toHaveLength(67);
    expect(sum(tensors.map(({ data }) => data.length))).toBe(168_786);
    expect(sum(tensors.map(({ data }) => sum(Array.from(data, Math.abs)))) / total).toBeCloseTo(1, 12);
  });

  it("have their settings beside them", () => {
    const found = sharedPath(`${CHECKPOINTS}/${nameOf("latency_cpu")}_config.pkl`);
    if (found === null) return;
    expect(read(found)).toEqual({
      gnn_type: "GraphConv",
      families: "ofa_mbv3_latency_cpu",
      target: "latency_cpu",
      format: "custom",
      seed: 12345,
      chkpt: nameOf("latency_cpu"),
      gnn_dim: 128,
      num_layers: 4,
      aggr_method: "sum",
      gnn_activ: "LeakyReLU",
      reg_activ: "LeakyReLU",
      residual: true,
      corr_lambda: 1,
      corr_metric: "srcc",
      norm: 1,
      epochs_predictor: 500,
      epochs_explainer: 50,
      batch_size: 32,
      undirected: false,
    });
  });
});

describe("published tables", () => {
  it("ofa_archs.pt holds 5,000 configurations with numpy scalars", () => {
    const path = sharedPath("data/help_ofa_latency/orig/ofa_archs.pt");
    if (path === null) return;
    const { dataset, num_classes: numClasses, arch } = record(read(path));
    const rows = list(arch).map(record);
    expect([dataset, numClasses, rows.length]).toEqual(["imagenet", 1000, 5000]);
    const numbers = (row: Readonly<Record<string, PlainValue>>) => [
      ...["ks", "e", "d"].flatMap((name) => list(row[name]).map(Number)),
      Number(row.r),
    ];
    expect(sum(rows.flatMap(numbers))).toBe(1_890_066);
    expect(rows.at(-1)).toEqual({
      ks: [5, 5, 5, 7, 5, 5, 7, 5, 7, 3, 5, 7, 3, 5, 3, 5, 7, 3, 3, 3],
      e: [3, 6, 3, 3, 6, 4, 6, 3, 4, 3, 6, 3, 4, 6, 3, 3, 4, 3, 3, 4],
      d: [3, 3, 4, 4, 3],
      r: 140,
    });
  });

  it.each([
    ["gt_autoformer", 7756.46, 74.64400003],
    ["gt_autoformer_2", 7720.24, 71.13000001953125],
    ["gt_pit", 7455.64, undefined],
  ])("%s.pth holds 100 rows", (name, total, first) => {
    const path = sharedPath(`data/autoprox_vit/orig/${name}.pth`);
    if (path === null) return;
    const rows = list(read(path)).map(record);
    expect(rows).toHaveLength(100);
    expect(sum(rows.map((row) => Number(row.c100_kd_acc)))).toBeCloseTo(total, 9);
    expect(rows[0]?.imagenet_super_acc).toBe(first);
  });

  it("ppl.pkl holds 10,000 transformers", () => {
    const path = sharedPath("data/hw_gpt_s/orig/ppl.pkl");
    if (path === null) return;
    const rows = list(read(path)).map(record);
    expect(rows).toHaveLength(10_000);
    expect(sum(rows.map((row) => Number(row.perplexity)))).toBeCloseTo(323973.4762611389, 6);
    expect(record(rows.at(-1)?.arch).sample_n_head).toEqual([8, 12, 12, 12, 12, 12, 12, 4, 4, 8, 12, 12]);
  });
});
