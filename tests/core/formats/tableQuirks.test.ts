import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";

const notesOf = (text: string): string[] => {
  const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.report.issues.map(({ field, message }) => `${field}: ${message}`);
};

describe("a column that names units", () => {
  it("is told where rows are measured in different ones", () =>
    expect(
      notesOf("u1,u2,latency,unit_latency\ne3k3,e3k3,12,ms\ne6k3,e3k5,0.014,s\ne6k5,e3k5,15,ms\n"),
    ).toContain(
      "unit_latency: names more than one unit (ms: 2 rows, s: 1 row). Values of latency cannot be compared.",
    ));

  it("is none where it holds a numbered unit of the network", () =>
    expect(
      notesOf("unit 1,unit_2,accuracy\ne3k3 e3k5,e6k7,75.3\ne3k3,e6k7,75.4\n").filter((note) =>
        note.includes("names more than one unit"),
      ),
    ).toEqual([]));
});
