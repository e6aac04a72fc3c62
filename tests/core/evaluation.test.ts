import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { byStatus, hasFailed, partlyFailed } from "@/lib/core/evaluation";
import { metricValues } from "@/lib/core/dataset";
import { indexRows } from "@/lib/core/rowIndex";
import { rowsOfTarget } from "@/lib/core/rowsOfTarget";
import { parseTarget, targetValues } from "@/lib/core/target";

const imported = (lines: readonly string[], duplicates: "keep" | "average" | "latest" = "keep") => {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const outcome = importFile({ name: "t.csv", bytes }, { duplicates });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
};

/** b failed and has an accuracy all the same; c has only its latency missing, and says why. */
const TABLE = [
  "id,u1,acc,lat,status",
  "a,e3k3,70,5,ok",
  "b,e3k5,10,6,failed",
  "c,e6k3,80,OOM,ok",
  "d,e6k5,75,7,",
];

describe("a failed evaluation that has values", () => {
  const { dataset, report } = imported(TABLE);
  const target = (text: string) => {
    const parsed = parseTarget(text, dataset.metrics);
    if (!parsed.ok) throw new Error(parsed.message);
    return targetValues(dataset, parsed.target);
  };

  it("stays stored with its values and its status", () => {
    expect(dataset.architectures.map(({ id, metrics, status }) => [id, metrics, status])).toEqual([
      ["a", [70, 5], undefined],
      ["b", [10, 6], "failed"],
      ["c", [80, null], "failed in part: lat (OOM)"],
      ["d", [75, 7], undefined],
    ]);
    expect(report).toMatchObject({ accepted: 4, rejected: 0, failed: 1 });
  });

  it("has no target, and is told apart from rows that lack a metric", () => {
    const acc = target("acc");
    expect([...acc.values]).toEqual([70, NaN, 80, 75]);
    expect(acc.failed).toEqual([{ status: "failed", ids: ["b"] }]);
    expect(acc.missing).toEqual([]);
    expect([...target("lat").values]).toEqual([5, NaN, NaN, 7]);
    expect(target("lat").missing).toEqual(["c"]);
  });

  it("is not among the rows of a target that was named elsewhere", () => {
    expect(rowsOfTarget(dataset, "acc").architectures.map(({ id }) => id)).toEqual(["a", "c", "d"]);
  });

  it("counts neither for a metric's range nor in the table's columns", () => {
    expect(metricValues(dataset, 0)).toEqual([70, 80, 75]);
    expect(report.metrics[0]).toMatchObject({ min: 70, max: 80, missing: 1 });
    expect([...(indexRows(dataset.architectures, dataset.space, 2).metrics[0] ?? [])]).toEqual([
      70,
      NaN,
      80,
      75,
    ]);
  });

  it("is told to the user", () =>
    expect(report.issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "1 of 4 evaluations failed and is kept with its status (failed: 1); nothing is trained on them or ranked by them.",
        "1 of 4 evaluations failed in part, and counts where it was measured (failed in part: lat (OOM): 1).",
      ]),
    ));
});

describe("repeated measurements of which some failed", () => {
  const repeated = ["id,u1,acc,status", "a,e3k3,70,ok", "b,e3k3,10,failed", "c,e3k3,72,ok", "d,e6k5,60,ok"];

  it("are averaged over those that did not, and only these are noise", () => {
    const { dataset, report } = imported(repeated, "average");
    expect(dataset.architectures.map(({ metrics, status }) => [metrics, status])).toEqual([
      [[71], undefined],
      [[60], undefined],
    ]);
    expect(report.noise).toEqual([{ metric: "acc", numGroups: 1, spread: Math.SQRT2 }]);
  });
});

describe("statuses", () => {
  it("are counted, the most frequent first", () =>
    expect(
      byStatus([
        { id: "a", status: "OOM" },
        { id: "b" },
        { id: "c", status: "timeout" },
        { id: "d", status: "timeout" },
      ]),
    ).toEqual([
      { status: "timeout", ids: ["c", "d"] },
      { status: "OOM", ids: ["a"] },
    ]));

  it("that name one metric leave the others standing", () => {
    expect(hasFailed({ status: partlyFailed("lat", "OOM") })).toBe(false);
    expect(hasFailed({ status: "OOM" })).toBe(true);
    expect(hasFailed({})).toBe(false);
  });
});
