import { describe, expect, it } from "vitest";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { readSettings } from "@/lib/predictor/autobuild/settings";
import type { TrainingRows } from "@/lib/predictor/autobuild/train";
import { trainingKey } from "@/lib/predictor/autobuild/trainingKey";
import { smallSettings, stagedProblem, stagedSpace } from "./problem";

const { architectures, targets } = stagedProblem(20);
const rows: TrainingRows = { space: stagedSpace, columns: columnsOf(stagedSpace), architectures, targets };
const settings = readSettings(smallSettings);
const key = trainingKey(rows, settings);

describe("the key of a training", () => {
  it("is the same for the same rows and settings, whatever the rows are called", () => {
    const renamed = architectures.map((of) => ({ ...structuredClone(of), id: `${of.id}!` }));
    expect(trainingKey({ ...rows, architectures: renamed }, { ...settings })).toBe(key);
  });

  it.each([
    ["a seed", rows, { ...settings, seed: 4 }],
    ["a target", { ...rows, targets: targets.with(3, 70.25) }, settings],
    ["the order of rows", { ...rows, architectures: architectures.toReversed() }, settings],
    ["a row", { ...rows, architectures: architectures.slice(1) }, settings],
    ["the rows of members", { ...rows, memberRows: [[1, 2, 3]] }, settings],
  ])("differs where %s does", (_, otherRows, otherSettings) =>
    expect(trainingKey(otherRows, otherSettings)).not.toBe(key),
  );

  it("tells [[1, 2]] from [[1], [2]], which have the same numbers in a row", () => {
    const one = architectures[0];
    if (one === undefined) throw new Error("There are architectures.");
    const of = (units: typeof one.units) =>
      trainingKey({ ...rows, architectures: [{ ...one, units }] }, settings);
    expect(
      of([
        [
          [1, 0],
          [1, 1],
        ],
        [[2, 0]],
      ]),
    ).not.toBe(
      of([
        [[1, 0]],
        [
          [1, 1],
          [2, 0],
        ],
      ]),
    );
  });
});
