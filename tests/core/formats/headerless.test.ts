import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { isHeaderless } from "@/lib/core/formats/headerless";
import { imported, notes } from "./reading";

const CELLS = [
  "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|nor_conv_1x1~2|",
  "|none~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|none~1|nor_conv_3x3~2|",
] as const;

describe("isHeaderless", () => {
  const cells = (text: string) => text.split("\n").map((line) => line.split(","));
  it.each([
    ["codes and numbers", "1114,0.93\n1214,0.95\n1124,0.91", true],
    ["settings and numbers", "3,32,0.93\n5,64,0.95\n3,64,0.91", true],
    ["strings of cells", `${CELLS[0]},93\n${CELLS[1]},92`, true],
    ["names, blocks and numbers", "net7,e3k3,70\nnet8,e6k5,71\nnet9,e3k5,72", true],
    ["a first evaluation that failed", "e3k3,70,OOM\ne6k5,71,5.5\ne3k5,72,6.5", true],
    ["a word that stands below too", "adam,0.1,70\nsgd,0.2,71\nadam,0.1,72", true],
    ["names", "arch,top1\n1114,0.93\n1214,0.95", false],
    ["names of words", "optimizer,0.1\nadam,0.2\nsgd,0.3", false],
    ["columns counted from 0", "0,1,2\n3,5,0.9\n3,7,0.8", false],
    ["columns counted behind a blank", ",0,1\n0,3,0.9\n1,5,0.8", false],
    ["a name for numbers", "1114,value\n1214,0.95\n1124,0.91", false],
    ["no numbers at all", "e3k3,e6k5\ne3k3,e3k5\ne6k3,e3k3", false],
    ["no other row", "1114,0.93", false],
  ])("%s", (_name, text, expected) => {
    const [first = [], ...others] = cells(text);
    expect(isHeaderless(first, others)).toBe(expected);
  });
});

describe("a CSV without a header", () => {
  const text = `${CELLS[0]},93.5,12\n${CELLS[1]},92.5,13\n`;

  it("keeps its first row, numbers its columns and says so", () => {
    const outcome = imported(text);
    expect(outcome.report.accepted).toBe(2);
    expect(outcome.report.columns.map(({ label, role }) => `${label}: ${role}`)).toEqual([
      "column 1: architecture",
      "column 2: metric",
      "column 3: metric",
    ]);
    expect(outcome.dataset.architectures.map(({ row, metrics }) => [row, metrics])).toEqual([
      [1, [93.5, 12]],
      [2, [92.5, 13]],
    ]);
    expect(notes(outcome)[0]).toBe(
      ": The first row holds the same kinds of values as the others, so the file has no header: it is kept as a row, and the columns are called column 1 to column 3. A first row with their names tells better which are metrics.",
    );
  });

  it("is read as a person says, whatever its cells look like", () => {
    const read = (firstRow: "names" | "values", content: string) => {
      const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(content) }, { firstRow });
      return outcome.ok ? outcome.report.numArchitectures : outcome.message;
    };
    expect(read("names", text)).toBe(1);
    expect(read("values", text)).toBe(2);
  });

  it("may repeat a value in its first row", () =>
    expect(imported("3,3,70.5\n5,3,71.5\n3,5,72.5\n5,5,73.25\n").report.accepted).toBe(4));
});
