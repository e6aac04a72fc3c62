import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { imported, notes, readBack, valuesOf, written } from "./reading";

const table = (header: string, numRows: number, row: (index: number) => string): string =>
  [header, ...Array.from({ length: numRows }, (_, index) => row(index))].join("\n");

describe("flat tables", () => {
  const text = table(
    "name,lr,kernel,opt,dropout,accuracy,params",
    60,
    (i) =>
      `net${i},${(0.001 * (i + 1)).toFixed(3)},${[3, 5, 7][i % 3]},${["adam", "sgd"][i % 2]},${i % 4 ? 0.5 : ""},0.${50 + (i % 40)},${i}`,
  );

  it("make places of settings with few values, and continuous features of ranges", () => {
    const { report } = imported(text);
    expect(report).toMatchObject({ format: "flat", structure: "flat", accepted: 60, rejected: 0 });
    expect(report.units).toEqual([
      { name: "settings", lengths: [3], layerNames: ["kernel", "opt", "dropout"] },
    ]);
    expect(report.features.map(({ name, kind, scope }) => [name, kind, scope])).toEqual([
      ["kernel", "ordinal", "node"],
      ["opt", "categorical", "node"],
      ["dropout", "ordinal", "node"],
      ["lr", "continuous", "architecture"],
    ]);
    expect(report.metrics.map(({ label }) => label)).toEqual(["accuracy", "params"]);
  });

  it("are written back as the settings of a row, and read again", () => {
    const { dataset } = imported(text);
    expect(written(dataset)[1]).toBe('{"lr":0.002,"kernel":5,"opt":"sgd","dropout":0.5}');
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
  });

  it("say which columns they took for settings, and what an empty cell counts as", () => {
    expect(notes(imported(text)).slice(0, 2)).toEqual([
      ": No notation of architectures was recognised, so the table is read as settings, one a column: lr, kernel, opt, dropout. Say it of each column if this guess is wrong.",
      "dropout: is empty in some rows. There it does not apply.",
    ]);
  });

  it("keep a range that is empty in some rows", () => {
    const { dataset, report } = imported(
      table("lr,opt,accuracy", 40, (i) => `${i % 8 ? i / 1000 : ""},${i % 2 ? "a" : "b"},0.${i + 10}`),
    );
    expect(report).toMatchObject({ accepted: 40, rejected: 0 });
    expect(report.features.map(({ name }) => name)).toContain("lr is set");
    expect(written(dataset)[0]).toBe('{"lr":null,"opt":"b"}');
  });

  it("may stand in one object, and numbers may have commas", () => {
    const { report } = imported(
      '[{"config": {"units": "1,024", "opt": "adam"}, "loss": 1}, {"config": {"units": 512, "opt": "sgd"}, "loss": 2}]',
    );
    expect(report.features.map(({ name, values }) => [name, values])).toEqual([
      ["units", [512, 1024]],
      ["opt", ["adam", "sgd"]],
    ]);
  });

  it("take what a person calls a feature", () => {
    const bytes = new TextEncoder().encode(text);
    const outcome = importFile({ name: "a.csv", bytes }, { columns: { params: "feature", opt: "feature" } });
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.report.features.map(({ name }) => name)).toEqual(["opt", "params"]);
    expect(outcome.report.metrics.map(({ label }) => label)).not.toContain("params");
  });

  it("tell different networks of equal settings from repeats", () =>
    expect(notes(imported("model,img_size,top1\na,224,1\nb,224,2\nc,288,3\nc,288,4"))).toContain(
      "model: The settings of 1 row stand in an earlier row under another model: these are different networks, of which the table says nothing but the name. They count as repeats of one architecture.",
    ));
});
