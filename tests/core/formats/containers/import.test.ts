import { gzipSync, strToU8, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { writeNotation } from "@/lib/core/formats/notation";
import { writeModel } from "../../onnx/writeModel";
import { sharedPath } from "../../../shared";
import { CUSTOM_CACHE, RICH_CACHE } from "../cachePickles";

const read = (name: string, bytes: Uint8Array) => {
  const outcome = importFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
};
const refusal = (bytes: Uint8Array): string => {
  const outcome = importFile({ name: "x", bytes });
  return outcome.ok ? "read" : outcome.message;
};
const counts = ({ report }: ReturnType<typeof read>) => [
  report.format,
  report.structure,
  report.numArchitectures,
  report.accepted,
  report.rejected,
];

const CSV = strToU8("u1,u2,acc\ne4k3 e6k5,e3k3,70\ne4k3,e3k7,71\n");

describe("a packed table", () => {
  const plain = read("t.csv", CSV).dataset;
  it.each([
    ["gzip", gzipSync(CSV)],
    ["zip", zipSync({ "README.md": CSV, "__MACOSX/._t.csv": CSV, "runs/t.csv": CSV })],
    ["gzip in zip", zipSync({ "t.csv.gz": gzipSync(CSV) })],
  ])("in %s is the table itself", (_, bytes) =>
    expect(read("t.csv", bytes).dataset.architectures).toEqual(plain.architectures),
  );

  it.each([
    [
      zipSync({ "readme.txt": CSV }),
      "The zip archive holds no table. Put one CSV, JSON or pickle file into it.",
    ],
    [
      zipSync({ "a.csv": CSV, "b.csv": CSV }),
      'The zip archive holds 2 files (a.csv, b.csv), and one table is read at a time. Unpack it, choose one of them, and add the others to its dataset with "Add rows or metrics".',
    ],
    [
      [1, 2, 3, 4, 5].reduce((bytes) => gzipSync(bytes), CSV),
      "The file is packed again and again. Unpack it first.",
    ],
    [
      gzipSync(new Uint8Array(50 * 2 ** 20)),
      "The gzip file unpacks to more than 200 times its size, as no table of measurements does. Upload it unpacked.",
    ],
    [
      strToU8("cos\nsystem\n(S'id'\ntR."),
      "The file cannot be read without running code. Pickle, byte 0: it asks for os.system, which is not on the list of plain data. Nothing was run; save the values as lists, dicts and numbers instead.",
    ],
  ])("that cannot be read says why (%#)", (bytes, message) => expect(refusal(bytes)).toBe(message));
});

describe("AutoBuild's caches", () => {
  it("of the custom format are pickled lists of resolution and units", () => {
    const outcome = read("ofa_mbv3_custom_cache.pkl", CUSTOM_CACHE);
    expect(counts(outcome)).toEqual(["autobuild-cache", "staged", 2, 2, 0]);
    const { space, metrics, architectures } = outcome.dataset;
    expect(metrics.map(({ name }) => name)).toEqual(["acc", "flops"]);
    expect(space.constants).toEqual({ op: "mbconv3" });
    expect(architectures.map((one) => writeNotation(space, one))).toEqual([
      '[224,[["mbconv3_e6_k5","mbconv3_e3_k3"],["mbconv3_e4_k5","mbconv3_e3_k7"]]]',
      '[192,[["mbconv3_e6_k5","mbconv3_e3_k3"],["mbconv3_e4_k5","mbconv3_e3_k3","mbconv3_e3_k3"]]]',
    ]);
  });

  it("name the block that is none", () => {
    const rows = [1, 2, 3].map(() => ({ "original config": [224, [["mbconv3_e6_k5"]]], acc: 1 }));
    const bad = [...rows, { "original config": [224, [["mbconv3_e6_k5", "none"]]], acc: 1 }];
    const { rejected } = read("c.json", strToU8(JSON.stringify(bad)));
    expect(rejected.map(({ row, field, message }) => [row, field, message])).toEqual([
      [4, "original config[1][0]", '"none" is not a block such as e4k7'],
    ]);
  });

  it("of the rich format are graphs of operations", () => {
    const outcome = read("ofa_mbv3_pn_onnx_ir_cache.pkl", RICH_CACHE);
    expect(counts(outcome)).toEqual(["operation-graphs", "graph", 2, 2, 0]);
    const [first] = outcome.dataset.architectures;
    expect(first?.edges).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    const written: unknown = first && JSON.parse(writeNotation(outcome.dataset.space, first));
    expect(written).toMatchObject({
      nodes: [
        { op: "input_dummy", out_channels: 3 },
        {
          op: "Conv",
          in_channels: 3,
          out_channels: 8,
          kernel_height: 3,
          groups: 1,
          bias: "yes",
          dilation_width: 1,
        },
        { op: "Relu", in_height: 16 },
        { op: "output_dummy" },
      ],
    });
  });
});

const model = (channels: number) =>
  writeModel({
    inputs: { x: ["n", 3, 8, 8] },
    outputs: ["y"],
    weights: { w: { shape: [channels, 3, 3, 3] } },
    nodes: [
      { op: "Conv", inputs: ["x", "w"], outputs: ["c"] },
      { op: "Relu", inputs: ["c"], outputs: ["y"] },
    ],
  });

describe("ONNX models", () => {
  it("in a zip with what was measured become rows by name, and none is lost", () => {
    const table = strToU8("model,acc\nb.onnx,71\nruns/a,70\nmissing,1\nbroken.onnx,2\n");
    const outcome = read(
      "nets.zip",
      zipSync({
        "runs/a.onnx": model(4),
        "runs/b.onnx": model(8),
        "runs/c.onnx": model(16),
        "broken.onnx": strToU8("no model"),
        "measured.csv": table,
      }),
    );
    expect(counts(outcome)).toEqual(["operation-graphs", "graph", 5, 3, 2]);
    expect(outcome.dataset.architectures.map(({ id, metrics }) => [id, metrics[0]])).toEqual([
      ["b", 71],
      ["a", 70],
      ["c", null],
    ]);
    expect(outcome.rejected.map(({ row, field, message }) => [row, field, message])).toEqual([
      [4, "model", 'names no model of the archive: "missing"'],
      [
        5,
        "graph",
        "broken.onnx is no ONNX model that can be read: a field is of a kind that protocol buffers do not have",
      ],
    ]);
  });

  it("alone are rows without metrics", () => {
    expect(counts(read("one.onnx", model(4)))).toEqual(["operation-graphs", "graph", 1, 1, 0]);
    const several = read("nets.zip", zipSync({ "a.onnx": model(4), "b.onnx": model(8) }));
    expect(several.dataset.architectures.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("whose table names none of them say so", () =>
    expect(refusal(zipSync({ "a.onnx": model(4), "t.csv": strToU8("n,acc\n1,2\n") }))).toBe(
      "No column of t.csv names the models. Add a column with file names such as a.onnx.",
    ));

  it("come back equal from their own notation", () => {
    const { dataset } = read("nets.zip", zipSync({ "a.onnx": model(4), "b.onnx": model(8) }));
    const rows = dataset.architectures.map((one) => ({
      id: one.id,
      graph: writeNotation(dataset.space, one),
    }));
    const again = read("g.json", strToU8(JSON.stringify(rows))).dataset;
    expect(again.architectures.map(({ units, edges }) => [units, edges])).toEqual(
      dataset.architectures.map(({ units, edges }) => [units, edges]),
    );
  });

  it("with an edge to nowhere are rejected", () => {
    const graph = (edges: readonly number[][]) => ({ graph: { nodes: [{ op: "A" }, { op: "B" }], edges } });
    const { rejected } = read("g.json", strToU8(JSON.stringify([graph([[0, 1]]), graph([[0, 2]])])));
    expect(rejected[0]?.message).toBe("has an edge [0,2] that joins no two of its 2 nodes");
  });
});

describe("published pickles and PyTorch files", () => {
  it.each([
    ["help_ofa_latency/orig/ofa_archs.pt", "once-for-all", 5000, []],
    [
      "autoprox_vit/orig/gt_autoformer.pth",
      "layer-lists",
      100,
      [
        "c100_base_acc",
        "c100_kd_acc",
        "flower_base_acc",
        "flower_kd_acc",
        "chaoyang_base_acc",
        "chaoyang_kd_acc",
        "imagenet_super_acc",
      ],
    ],
    [
      "autoprox_vit/orig/gt_pit.pth",
      "layer-lists",
      100,
      [
        "c100_base_acc",
        "c100_kd_acc",
        "flower_base_acc",
        "flower_kd_acc",
        "chaoyang_base_acc",
        "chaoyang_kd_acc",
      ],
    ],
    ["hw_gpt_s/orig/ppl.pkl", "layer-lists", 10_000, ["accuracy", "perplexity"]],
  ])("%s is imported with no row unaccounted for", (file, format, rows, metrics) => {
    const path = sharedPath(`data/${file}`);
    if (path === null) return;
    const { report } = read(file, readFileSync(path));
    expect([report.format, report.numArchitectures, report.accepted, report.rejected]).toEqual([
      format,
      rows,
      rows,
      0,
    ]);
    expect(report.metrics.map(({ name }) => name)).toEqual(metrics);
  });

  it("a released predictor is no table, and is sent where it belongs", () => {
    const path = sharedPath(
      "reference/checkpoints/minMAE_ofa_mbv3_custom_acc_GraphConv_sum_directed_srcc1_predictor.pt",
    );
    if (path === null) return;
    expect(refusal(readFileSync(path))).toBe(
      "The file holds the weights of a network and no measurements. A released predictor is opened on the page Train, with its ..._config.pkl.",
    );
  });
});
