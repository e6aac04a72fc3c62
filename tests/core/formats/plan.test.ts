import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import type { ImportPlan } from "@/lib/core/formats/importPlan";

function imported(text: string, plan: ImportPlan = {}) {
  const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(text) }, plan);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}
const lines = (...rows: string[]) => rows.join("\n");

describe("a plan", () => {
  const table = lines(
    "id,u1,resolution,acc,time",
    "a,e3k3,128,0.7,0:01:00",
    "b,e3k5,160,0.8,0:02:00",
    "c,e3k5,192,0.9,0:03:00",
  );

  it("decides units and goals over what labels and cells tell", () => {
    expect(imported(table).dataset.metrics).toMatchObject([
      { name: "acc", unit: null, goal: "max" },
      { name: "time", unit: "s", goal: "min" },
    ]);
    const { dataset } = imported(table, { metrics: { time: { unit: "seconds", goal: null } } });
    expect(dataset.metrics[1]).toEqual({ name: "time", label: "time", unit: "seconds", goal: null });
    expect(dataset.architectures.map(({ metrics }) => metrics[1])).toEqual([60, 120, 180]);
  });

  it("takes a column from the architecture and makes it a metric", () => {
    const { dataset, report } = imported(table, { columns: { resolution: "metric", id: "ignored" } });
    expect(dataset.space.globalFeatures).toEqual([]);
    expect(dataset.metrics.map(({ name }) => name)).toEqual(["resolution", "acc", "time"]);
    expect(dataset.architectures.map(({ id }) => id)).toEqual(["row-2", "row-3", "row-4"]);
    expect(report.columns.map(({ role }) => role)).toEqual([
      "ignored",
      "architecture",
      "metric",
      "metric",
      "metric",
    ]);
  });

  it("edits the space, and every row is validated against it", () => {
    const { report, rejected } = imported(table, {
      space: {
        features: { resolution: { values: [128, 160] }, kernel: { values: [5] }, nothing: { values: [1] } },
      },
    });
    expect(report).toMatchObject({ numArchitectures: 3, accepted: 1, rejected: 2 });
    expect(rejected.map(({ row, field, message }) => [row, field, message])).toEqual([
      [2, "units[0][0].kernel", "3 is not one of 5"],
      [4, "resolution", "192 is not a number from 128 to 160"],
    ]);
    expect(report.issues).toContainEqual({
      row: 0,
      field: "nothing",
      message: '"nothing" is no feature of this space; it has kernel, resolution.',
    });
  });

  it("chooses among the readers that match, and says which do when it cannot", () => {
    expect(imported(table).report.candidates[0]?.id).toBe("block-tokens");
    const outcome = importFile(
      { name: "t.csv", bytes: new TextEncoder().encode(table) },
      { format: "nas-bench-201" },
    );
    expect(outcome.ok ? "" : outcome.message).toContain(
      "The file does not hold NAS-Bench-201 cell strings. It can be read as blocks such as e4k7",
    );
  });
});

describe("rows of the same architecture", () => {
  const table = lines("id,u1,acc,lat", "a,e3k3,1,10", "b,e3k5,5,", "c,e3k3,3,", "d,e3k3,,", "e,e3k3,5,14");

  it.each([
    ["keep", 5, 0, [1, 5, 3, null, 5]],
    ["average", 2, 3, [3, 5]],
    ["latest", 2, 3, [5, 5]],
  ] as const)("by the rule %s", (duplicates, accepted, merged, values) => {
    const { report, dataset } = imported(table, { duplicates });
    expect(report).toMatchObject({ numArchitectures: 5, accepted, merged, rejected: 0, duplicates: 3 });
    expect(dataset.architectures.map(({ metrics }) => metrics[0])).toEqual(values);
    // Of 1, 3 and 5: a pooled standard deviation of 2; of 10 and 14: the root of 8.
    expect(report.noise).toEqual([
      { metric: "acc", numGroups: 1, spread: 2 },
      { metric: "lat", numGroups: 1, spread: Math.sqrt(8) },
    ]);
  });
});

describe("failed evaluations", () => {
  it("are kept with their status, wherever the file says it", () => {
    const { report, dataset } = imported(
      lines("id,u1,acc,status", "a,e3k3,1,ok", "b,e3k5,OOM,", "c,e6k3,,", "d,e6k5,2,exit 137"),
    );
    expect(report).toMatchObject({ accepted: 4, rejected: 0, failed: 3 });
    expect(dataset.architectures.map(({ status }) => status)).toEqual([
      undefined,
      "OOM",
      "no value",
      "exit 137",
    ]);
    expect(report.issues.map(({ message }) => message)).toContain(
      "3 of 4 evaluations failed and are kept with their status (OOM: 1, no value: 1, exit 137: 1); nothing is trained on them or ranked by them.",
    );
  });
});

describe("a semicolon table with decimal commas", () => {
  it("is read, and said to be", () => {
    const { dataset, report } = imported(lines("u1;acc", "e3k3;0,75", "e3k5;1.024,5"));
    expect(dataset.architectures.map(({ metrics }) => metrics[0])).toEqual([0.75, 1024.5]);
    expect(report.issues).toContainEqual({
      row: 0,
      field: "acc",
      message: "has commas, read as the sign before decimals.",
    });
  });
});

describe("numbers as people write them", () => {
  const read = (text: string) => {
    const { dataset, report } = imported(text);
    const notes = report.issues.flatMap(({ field, message }) => (field === "lat" ? [message] : []));
    return [dataset.metrics[0], dataset.architectures.map(({ metrics }) => metrics[0]), notes[0]];
  };

  it("with a spread behind them: the value before it counts", () =>
    expect(read(lines("u1,lat", "e3k3,70.1 ± 0.2", "e3k5,71 +/- 1", "e6k5,72.5±.1"))).toMatchObject([
      { unit: null },
      [70.1, 71, 72.5],
      "gives a spread in 3 of 3 cells (70.1 ± 0.2); the value before it was read.",
    ]));

  it("with their unit behind them: it becomes the metric's", () =>
    expect(read(lines("u1,lat", "e3k3,1.5 ms", "e3k5,20ms", "e6k5,3e1 ms", "e6k3,"))).toMatchObject([
      { unit: "ms" },
      [1.5, 20, 30, null],
      'has "ms" behind its numbers, which was taken for the unit.',
    ]));

  it("but not where units differ, or the letters are no unit", () => {
    expect(imported(lines("u1,lat,acc", "e3k3,1.5 ms,1", "e3k5,2 s,2")).dataset.metrics).toMatchObject([
      { name: "acc" },
    ]);
    expect(imported(lines("u1,gpu,acc", "e3k3,1080ti,1", "e3k5,2080ti,2")).dataset.metrics).toMatchObject([
      { name: "acc" },
    ]);
  });
});

describe("features that teach nothing, or only sometimes", () => {
  const json = (...units: unknown[]) =>
    JSON.stringify(units.map((unit, index) => ({ units: [unit], acc: index })));
  const notes = (text: string) =>
    imported(text).report.issues.map(({ field, message }) => `${field} ${message}`);

  it("constants and features that always move together are named", () => {
    const found = notes(json(["e3k3w8"], ["e6k5w8"], ["e3k3w8"]));
    expect(found).toContain("width is 8 everywhere; nothing can be learned from it.");
    expect(found).toContain(
      "kernel always changes together with expand: their importances cannot be told apart.",
    );
  });

  it("a conditional one stays a feature, even with a single value, and its operations are named", () => {
    const text = json(["conv_k3"], ["conv_k5"], ["skip_w8"]);
    expect(imported(text).dataset.space.nodeFeatures.map(({ name, values }) => [name, values])).toEqual([
      ["op", ["conv", "skip"]],
      ["kernel", [3, 5]],
      ["width", [8]],
    ]);
    expect(notes(text)).toContain("kernel is there only in some nodes: those whose op is conv.");
  });
});
