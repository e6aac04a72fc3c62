import { describe, expect, it } from "vitest";
import { metricCell } from "@/lib/core/formats/metricCell";
import { profileColumn } from "@/lib/core/formats/metricProfile";

const value = (cell: unknown, decimalComma = false) => {
  const read = metricCell(cell, decimalComma);
  return read.kind === "number" ? read.value : read.kind;
};

describe("metricCell", () => {
  it.each([
    ["71.5", 71.5],
    ["1,014.45", 1014.45],
    ["12 345", 12345],
    ["1\u202f234\u202f567", 1234567],
    ["1'024", 1024],
    ["+2", 2],
    ["1e-3", 0.001],
    ["93.2 %", 93.2],
    ["0:01:30", 90],
    ["02:30", 150],
    ["1 day, 2:03:04.5", 93784.5],
  ])("reads %s as %d", (cell, number) => expect(value(cell)).toBe(number));

  it.each([
    ["0,75", 0.75],
    ["1.024,5", 1024.5],
    ["1 024,5", 1024.5],
    ["1.024", 1024],
    ["7,5%", 7.5],
  ])("reads %s as %d where a comma begins the decimals", (cell, number) =>
    expect(value(cell, true)).toBe(number),
  );

  it.each([
    "",
    "  ",
    "NaN",
    "-nan",
    "inf",
    "-Infinity",
    "null",
    "None",
    "#DIV/0!",
    "#N/A",
    "N/A",
    "-",
    null,
    undefined,
    NaN,
  ])("takes %s as not measured", (cell) => expect(metricCell(cell)).toEqual({ kind: "missing" }));

  it.each(["OOM", "CUDA out of memory", "failed: exit 137", "timed out", "timeout"])(
    "knows %s as a failure",
    (cell) => expect(metricCell(cell)).toEqual({ kind: "failure", status: cell }),
  );

  it.each([
    "good",
    "1,02",
    "12,34,567",
    "1e999",
    "0x1F",
    "=1+1",
    "2022-11-01",
    "99:99:99",
    true,
    [1],
    `${"9".repeat(399)}x`,
  ])("takes %s for text", (cell) => expect(metricCell(cell)).toEqual({ kind: "text" }));
});

describe("profileColumn", () => {
  const profile = (cells: readonly unknown[], delimiter = ",") => {
    const column = profileColumn(delimiter);
    for (const cell of cells) column.add(cell);
    return column.profile();
  };

  it("finds decimal commas by a cell that can be nothing else", () => {
    expect(profile(["0,75", "0,5", "1,125"])).toMatchObject({
      decimalComma: true,
      numNumbers: 3,
      numText: 0,
    });
    expect(profile(["1,024", "2,048"])).toMatchObject({ decimalComma: false, numNumbers: 2 });
    expect(profile(["1,024", "0.5"], ";")).toMatchObject({ decimalComma: false, numNumbers: 2 });
    expect(profile(["1,024", "2,048"], ";")).toMatchObject({ decimalComma: true, numNumbers: 2 });
  });

  it("counts percent signs, durations, failures and texts, and shows the first filled cell", () => {
    expect(profile(["", "90%", "1:02", "OOM", "good"])).toMatchObject({
      decimalComma: false,
      example: "90%",
      numNumbers: 2,
      numPercent: 1,
      numDurations: 1,
      numFailures: 1,
      numText: 1,
    });
  });
});
