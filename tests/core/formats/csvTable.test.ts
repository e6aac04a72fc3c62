import { describe, expect, it } from "vitest";
import { csvTable } from "@/lib/core/formats/csvTable";

function table(text: string) {
  const outcome = csvTable(new TextEncoder().encode(text), 0);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.table;
}
const cells = (text: string) => table(text).rows.map((row) => Object.values(row.cells));

describe("csvTable", () => {
  it("reads quotes, escaped quotes and line ends inside of cells", () =>
    expect(cells('a,b\r\n"1,5","say ""hi"""\n"two\nlines",x\n')).toEqual([
      ["1,5", 'say "hi"'],
      ["two\nlines", "x"],
    ]));

  it("takes a quote inside of a cell, and one that never closes, as text", () =>
    expect(cells('a,b\n5" disk,1\n"open,2\nx,3\n')).toEqual([
      ['5" disk', "1"],
      ['"open', "2"],
      ["x", "3"],
    ]));

  it.each([
    ["semicolons", "a;b\n1;2\n3;4"],
    ["tabs", "a\tb\n1\t2\n3\t4"],
    ["carriage returns alone", "a,b\r1,2\r3,4"],
  ])("knows %s", (_name, text) =>
    expect(cells(text)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]),
  );

  it("numbers rows as a spreadsheet does, blank ones counted but not read", () =>
    expect(table("a,b\n1,2\n\n , \n3,4\n").rows.map(({ row }) => row)).toEqual([2, 5]));

  it("takes off the apostrophe that guards formulas, once", () =>
    expect(cells("a,b\n'=1+1,''=x\nit's,'tis\n")).toEqual([
      ["=1+1", "'=x"],
      ["it's", "'tis"],
    ]));

  it("lets empty cells stand behind the last column, and names rows that have too many or too few", () => {
    const { rows, broken } = table("a,b\n1,2,,\n1\n1,2,3\n");
    expect(rows).toHaveLength(1);
    expect(broken.map(({ row, message }) => [row, message])).toEqual([
      [3, "has 1 cell where the header has 2"],
      [4, "has 3 cells where the header has 2"],
    ]);
  });
});
