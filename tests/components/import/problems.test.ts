import { describe, expect, it } from "vitest";
import { notesLine } from "@/components/import/checkWords";
import { fileNotes, groupNotes, groupProblems, noteLink } from "@/components/import/problems";
import { rejectedCsv } from "@/lib/core/export/rejectedRows";
import { lengthWords, valueWords } from "@/components/import/words";

describe("groupProblems", () => {
  const issues = [
    { row: 0, field: "resolution", message: "is 224 everywhere; nothing can be learned from it." },
    { row: 4, field: "units[2].kernel", message: "4 is not one of 3, 5, 7" },
    { row: 9, field: "units[0].kernel", message: "9 is not one of 3, 5, 7" },
    { row: 5, field: "accuracy", message: '"n\\"a" is not a number' },
    { row: 7, field: "accuracy", message: '"fast" is not a number' },
    { row: 8, field: "accuracy", message: '"slow" is not a number' },
    { row: 11, field: "u1", message: "is empty" },
  ];
  const groups = groupProblems(issues);

  it("puts what differs only in values and indexes together, the most frequent first", () =>
    expect(groups.map(({ field, message, count }) => [field, message, count])).toEqual([
      ["accuracy", "… is not a number", 3],
      ["units[].kernel", "… is not one of 3, 5, 7", 2],
      ["u1", "is empty", 1],
    ]));

  it("keeps the first rows of each kind as examples, and a single one's own words", () => {
    expect(groups[1]?.examples.map(({ row }) => row)).toEqual([4, 9]);
    const [alone] = groupProblems([{ row: 4, field: "units[2].kernel", message: "4 is not one of 3, 5, 7" }]);
    expect([alone?.field, alone?.message]).toEqual(["units[2].kernel", "4 is not one of 3, 5, 7"]);
  });

  it("leaves out what is said of the whole file", () =>
    expect(fileNotes(issues).map(({ field }) => field)).toEqual(["resolution"]));
});

describe("rejectedCsv", () => {
  it("quotes what needs it and keeps spreadsheets from running text", () =>
    expect(
      rejectedCsv([
        { row: 3, field: "u1", message: '"x" is no block', text: 'a,"b"' },
        { row: 4, field: "=1+1", message: "is empty", text: "@SUM(A1)" },
      ]),
    ).toBe(
      'row,field,reason,text\r\n3,u1,"""x"" is no block","a,""b"""\r\n4,\'=1+1,is empty,\'@SUM(A1)\r\n',
    ));
});

describe("words of what was recognised", () => {
  it("says lengths as a range where they have no gaps", () => {
    expect(lengthWords([2, 3, 4])).toBe("2 to 4");
    expect(lengthWords([6])).toBe("6");
    expect(lengthWords([2, 3])).toBe("2 or 3");
    expect(lengthWords([1, 2, 5])).toBe("1, 2 or 5");
  });

  it("names values, of many the first ones", () => {
    expect(valueWords({ kind: "ordinal", values: [3, 5, 7] })).toBe("3, 5, 7");
    expect(valueWords({ kind: "continuous", values: [0.5, 2] })).toBe("0.5 to 2");
    const many = Array.from({ length: 20 }, (_, index) => index);
    expect(valueWords({ kind: "categorical", values: many })).toBe(
      "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 6 more",
    );
  });
});

describe("notes on a file", () => {
  const note = (field: string, message: string) => ({ row: 0, field, message });
  const notes = [
    note("e0_1", "is not a number and was left out."),
    note("arch", "In 341 rows no way leads from input to output."),
    note("e0_2", "is not a number and was left out."),
    note("", "No unit is named for latency."),
  ];

  it("are one where they say the same of several columns", () =>
    expect(groupNotes(notes).map(({ fields }) => fields)).toEqual([["e0_1", "e0_2"], ["arch"], [""]]));

  it("go on from the column's name, or are sentences of their own", () =>
    expect(groupNotes(notes).slice(0, 2).map(noteLink)).toEqual([": each ", ": "]));

  it("begin with the first in one line", () => {
    expect(notesLine(notes)).toBe("e0_1, e0_2: each is not a number and was left out. And 2 more.");
    expect(notesLine(notes.slice(1, 2))).toBe("arch: In 341 rows no way leads from input to output.");
    expect(notesLine(notes.slice(3))).toBe("No unit is named for latency.");
    expect(notesLine([])).toBe("nothing worth knowing about this file");
  });
});
