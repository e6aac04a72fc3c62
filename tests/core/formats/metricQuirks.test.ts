import { describe, expect, it } from "vitest";
import { imported, notes } from "./reading";

/** Chains with one metric, a value a row. */
const column = (label: string, values: readonly (string | number)[]): string[] =>
  notes(
    imported(
      [`arch,${label}`, ...values.map((value, row) => `${(row + 16).toString(2)},${value}`)].join("\n"),
    ),
  );
const range = (count: number, value: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => value(index));

describe("quirks of measured values", () => {
  it("are fractions where percent may be thought of", () =>
    expect(
      column(
        "acc",
        range(30, (i) => 0.5 + i / 100),
      ),
    ).toContain("acc: lies between 0 and 1: fractions, not percent."));

  it("are networks that guess among the classes", () =>
    expect(column("acc", [...range(60, (i) => 50 + i / 7), ...range(5, () => 10)])).toContain(
      "acc: is exactly 10 in 5 rows, as if these networks guessed among 10 classes.",
    ));

  it("are not seen in an accuracy that many good networks share", () =>
    expect(column("acc", [...range(60, (i) => i / 7), ...range(5, () => 50)]).join()).not.toContain(
      "guessed",
    ));

  it("are stand-ins for failures", () =>
    expect(column("zen", [...range(30, (i) => 100 + i), -1e8, -1e8])).toContain(
      "zen: is -100000000 in 2 rows, far from all others: it may stand for a measurement that failed.",
    ));

  it("are times in whole milliseconds", () =>
    expect(
      column(
        "lat_ms",
        range(30, (i) => 3 + (i % 9)),
      ),
    ).toContain("lat_ms: holds whole numbers only (ms): smaller differences cannot be told apart."));

  it("are times of more than a day", () =>
    expect(column("Latency (ms)", [1.8e9, 1.9e9])).toContain(
      "Latency (ms): holds values such as 1,900,000,000 ms, more than a day: are columns shifted?",
    ));

  it("are different and missing units, and nothing but costs", () =>
    expect(notes(imported("arch,lat_ms_gpu,lat_s_cpu,energy\n01,1,2,3\n10,1.5,2.5,3.5"))).toEqual([
      ": Times are in different units: ms (lat_ms_gpu); s (lat_s_cpu). They are kept as they are.",
      ": No unit is named for energy.",
      ": No metric says how good the networks are, only what they cost.",
    ]));

  it("are commas between thousands", () =>
    expect(column("params", ['"1,014.45"', 5, 6])).toContain(
      "params: has commas between thousands in 1 of 3 cells; they were read as numbers.",
    ));
});

describe("quirks of tables", () => {
  it("are rows in the order of a search", () => {
    const rows = range(30, (i) => i).map((i) => `${(i + 16).toString(2)},2022-11-01 05:${10 + i}:00,${i}`);
    expect(notes(imported(["arch,date,acc", ...rows].join("\n")))).toContain(
      "date: grows from row to row: the rows stand in the order in which they were evaluated, as a search leaves them, and are no random sample.",
    );
  });

  it("are units that change from row to row", () =>
    expect(notes(imported("arch,lat_cpu,unit_cpu,acc\n01,1,s,1\n10,900,ms,2\n11,2,s,2"))).toContain(
      "unit_cpu: names more than one unit (s: 2 rows, ms: 1 row). Values of lat_cpu cannot be compared.",
    ));

  it("are what the file says of its labels", () =>
    expect(
      notes(
        imported('{"meta": {"labels": "predictions"}, "architectures": [{"units": [["e3k3"]], "acc": 1}]}'),
      ),
    ).toContain("labels: The file says: predictions"));

  it("are rows that measure an architecture again", () =>
    expect(notes(imported("arch,acc\n01,1\n01,2\n10,3"))).toContain(
      ": 1 of the rows measures an architecture of an earlier row again. It is kept, and its spread counts as noise.",
    ));
});
