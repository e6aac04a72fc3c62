import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { architectureKey } from "@/lib/core/architecture";
import { importFile } from "@/lib/core/formats";
import type { ImportOutcome } from "@/lib/core/formats/format";
import { writeNotation } from "@/lib/core/formats/notation";
import { sharedPath } from "../../shared";

const samples = join(import.meta.dirname, "../../../public/samples");
const fromText = (text: string, name = "table.csv"): ImportOutcome =>
  importFile({ name, bytes: new TextEncoder().encode(text) });
const fromFile = (path: string): ImportOutcome => importFile({ name: path, bytes: readFileSync(path) });

function imported(outcome: ImportOutcome): Extract<ImportOutcome, { ok: true }> {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}

function refusal(outcome: ImportOutcome): string {
  if (outcome.ok) throw new Error("The file was accepted.");
  return `${outcome.code}: ${outcome.message}`;
}

describe("importFile on the samples", () => {
  it.each(["staged.csv", "staged.json"])("reads %s as a staged space", (name) => {
    const { report, dataset } = imported(fromFile(join(samples, name)));
    expect(report).toMatchObject({
      format: "block-tokens",
      structure: "staged",
      numArchitectures: 2000,
      accepted: 2000,
      rejected: 0,
      duplicates: 0,
    });
    expect(report.units.map(({ lengths }) => lengths)).toEqual([
      [2, 3, 4],
      [2, 3, 4],
      [2, 3, 4],
      [2, 3, 4],
    ]);
    expect(report.features.map((feature) => [feature.name, feature.values])).toEqual([
      ["expand", [3, 4, 6]],
      ["kernel", [3, 5, 7]],
      ["unit", ["unit 1", "unit 2", "unit 3", "unit 4"]],
      ["layer", [1, 2, 3, 4]],
    ]);
    expect(report.metrics[0]).toMatchObject({
      name: "accuracy",
      goal: "max",
      min: 0.8945,
      max: 0.9132,
      missing: 0,
    });
    expect(dataset.architectures[0]?.units[0]).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("takes units and goals that a JSON file declares", () => {
    const { report } = imported(fromFile(join(samples, "staged.json")));
    expect(report.metrics.map(({ name, unit, goal }) => [name, unit, goal])).toEqual([
      ["accuracy", "fraction", "max"],
      ["params", "count", "min"],
      ["flops", "MACs", "min"],
      ["latency_cpu_ms", "ms", "min"],
    ]);
  });

  it.each(["cell.csv", "cell.json"])("reads %s as cells whose edges feed each other", (name) => {
    const { report, dataset } = imported(fromFile(join(samples, name)));
    expect(report).toMatchObject({ format: "nas-bench-201", structure: "cell", accepted: 351, rejected: 0 });
    expect(dataset.space.units[0]?.layerNames).toEqual(["0->1", "0->2", "1->2", "0->3", "1->3", "2->3"]);
    expect(dataset.space.edges).toEqual([
      [0, 2],
      [0, 4],
      [1, 5],
      [2, 5],
    ]);
    const first = dataset.architectures[0];
    expect(first && writeNotation(dataset.space, first)).toBe(
      "|nor_conv_1x1~0|+|skip_connect~0|nor_conv_3x3~1|+|none~0|none~1|avg_pool_3x3~2|",
    );
  });
});

const traces = [
  ["mbnv3w10_evoga_acc.csv", 364],
  ["mbnv3w10_evonsga2_acc_macs.csv", 540],
  ["mbnv3w10_evounsga3_acc_macs_params.csv", 554],
  ["mbnv3w10_linasga_acc.csv", 361],
  ["mbnv3w10_linasnsga2_acc_macs.csv", 554],
] as const;
const traceFolder = sharedPath("data/ofa_mbv3_dynas/orig");

describe.skipIf(traceFolder === null)("importFile on once-for-all search traces", () => {
  const distinct = new Set<string>();

  it.each(traces)("reads %s: %i rows", (name, numRows) => {
    const { report, dataset } = imported(fromFile(join(traceFolder ?? "", name)));
    expect(report).toMatchObject({ format: "once-for-all", numArchitectures: numRows, accepted: numRows });
    expect(report.issues.map(({ field }) => field)).toContain("Latency (ms)");
    // By notation, because codes of different files need not agree.
    for (const architecture of dataset.architectures)
      distinct.add(writeNotation(dataset.space, architecture));
  });

  it("finds 2,162 distinct networks once inactive blocks are dropped", () =>
    expect(distinct.size).toBe(2162));
});

describe("importFile keeps count of every row", () => {
  const header = "id,u1,u2,accuracy,latency (ms)";

  it("rejects the row whose metric is text, and names row and field", () => {
    const { report, rejected } = imported(
      fromText(`${header}\na,e3k3,e4k5,0.7,1\nb,e3k5,e4k3,good,2\nc,e3k5,e4k5,0.8,3`),
    );
    expect(report).toMatchObject({ numArchitectures: 3, accepted: 2, rejected: 1 });
    expect(rejected[0]).toMatchObject({ row: 3, field: "accuracy", message: '"good" is not a number' });
  });

  it("counts missing values without rejecting their rows", () => {
    const { report } = imported(
      fromText(`${header}\na,e3k3,e4k5,NaN,\nb,e3k5,e4k3,0.7,N/A\nc,e3k5,e4k5,0.8,"1,024"`),
    );
    expect(report.accepted).toBe(3);
    expect(report.metrics.map(({ name, missing, max }) => [name, missing, max])).toEqual([
      ["accuracy", 1, 0.8],
      ["latency", 2, 1024],
    ]);
  });

  it("rejects a row with a cell too few, and one with an empty unit", () => {
    const { rejected } = imported(fromText(`${header}\na,e3k3,e4k5,0.7\nb,e3k5,,0.7,2\nc,e3k5,e4k5,0.8,3`));
    expect(rejected.map(({ row, message }) => [row, message])).toEqual([
      [2, "has 4 cells where the header has 5"],
      [3, "is empty; a unit needs at least one layer"],
    ]);
  });

  it("names a block that is none", () => {
    const { rejected } = imported(fromText(`${header}\na,e3k3,e4k5,0.7,1\nb,=SUM(A1),e4k5,0.7,1`));
    expect(rejected[0]).toMatchObject({
      row: 3,
      field: "u1",
      message: '"=SUM(A1)" is not a block such as e4k7',
    });
  });

  it("gives repeated and missing ids one of their own, and counts repeated architectures", () => {
    const { dataset, report } = imported(fromText("id,u1,acc\na,e3k3,1\na,e3k3,2\n,e3k5,3"));
    expect(dataset.architectures.map(({ id }) => id)).toEqual(["a", "a-2", "row-4"]);
    expect(report.duplicates).toBe(1);
  });

  it("takes numbers of a nested object as metrics, and Python's NaN as missing", () => {
    const text =
      '[{"units":[["e3k3"]],"latency_ms":{"v100":1.5}},{"units":[["e3k5"]],"latency_ms":{"v100":2},"acc":NaN}]';
    const { report } = imported(fromText(text));
    expect(report.metrics.map(({ label, min, missing }) => [label, min, missing])).toEqual([
      ["latency_ms.v100", 1.5, 0],
      ["acc", null, 2],
    ]);
  });

  it("leaves columns that are no metrics out, and says so", () => {
    const { report } = imported(fromText("u1,date,acc\ne3k3,2022-11-01,1\ne3k5,2022-11-02,2"));
    expect(report.metrics.map(({ name }) => name)).toEqual(["acc"]);
    expect(report.issues[0]).toEqual({ row: 0, field: "date", message: "is not a number and was left out." });
  });
});

describe("importFile refuses what it cannot use, and says how to mend it", () => {
  it.each([
    ["an empty file", "", "unknown_format: The file is empty. Choose a file with one row per architecture."],
    ["only a header", "u1,acc\n", "unknown_format: The file has a header but no rows."],
    [
      "a column named twice",
      "u1,acc,acc\ne3k3,1,2",
      'unknown_format: The header names the column "acc" twice. Rename one of them.',
    ],
    [
      "JSON without a list",
      '{"a": 1}',
      'unknown_format: The JSON holds no list of architectures. Expected a list, or an object with "architectures": [...].',
    ],
  ])("%s", (_name, text, message) => expect(refusal(fromText(text))).toBe(message));

  it("a PNG named .csv", () =>
    expect(refusal(importFile({ name: "a.csv", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10) }))).toBe(
      "unknown_format: The file is a PNG image, whatever its name says. Choose a CSV or JSON file.",
    ));

  it("a CSV without a column of architectures, naming the columns it has", () =>
    expect(refusal(fromText("name,accuracy\nresnet,0.7"))).toContain(
      "No column holds architectures. Found the columns name, accuracy. Expected unit columns u1, u2",
    ));

  it("a CSV whose units have a gap, naming the column that is missing", () =>
    expect(refusal(fromText("u1,u2,u4,acc\ne3k3,e3k3,e3k5,1"))).toContain(
      "u3: is missing: the header has u1, u2, u4.",
    ));

  it("JSON nested 100,000 levels deep", () =>
    expect(refusal(fromText("[".repeat(100_000)))).toContain("nests deeper than 100 levels"));

  it("truncated JSON", () =>
    expect(refusal(fromText('{"architectures": [{"units": [['))).toContain("The JSON cannot be read"));

  it("a table of which no row can be used", () =>
    expect(refusal(fromText('ks,e,d,acc\n"[3,5]","[3,4]",[9],1'))).toBe(
      "nothing_usable: The file was read as once-for-all configurations (ks, e, d, r), but its only row cannot be " +
        "used. Row 2, ks.d[0]: 9 is not a depth from 0 to 2.",
    ));

  it("text that is deeply nested or script-like, without running or crashing", () => {
    expect(fromText(`{"architectures":[{"arch":${"[".repeat(20_000)}${"]".repeat(20_000)}}]}`).ok).toBe(
      false,
    );
    expect(fromText(`config,acc\n"{'ks': __import__('os'), 'd': [1]}",1`).ok).toBe(false);
  });
});

describe("importFile never throws", () => {
  it("whatever bytes of a good file are flipped or cut off (seeded)", async () => {
    const { seededRandom } = await import("@/lib/core/random");
    const random = seededRandom(11);
    const good = readFileSync(join(samples, "cell.csv")).subarray(0, 4000);
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from(good.subarray(0, Math.floor(random() * good.length)));
      for (let flip = 0; flip < 5 && bytes.length > 0; flip++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const outcome = importFile({ name: "fuzzed.csv", bytes });
      if (outcome.ok)
        expect(outcome.report.accepted + outcome.report.rejected).toBe(outcome.report.numArchitectures);
    }
  });
});

describe("architectureKey", () => {
  it("is the same for a row read from CSV and from JSON", () => {
    const csv = imported(fromFile(join(samples, "staged.csv"))).dataset.architectures.map(architectureKey);
    const json = imported(fromFile(join(samples, "staged.json"))).dataset.architectures.map(architectureKey);
    expect(csv).toEqual(json);
  });
});
