import { describe, expect, it } from "vitest";
import { moduleSizes, rankedUnit, rankedUnits } from "@/components/explore/moduleSizes";
import { modulePlace } from "@/components/explore/moduleWords";
import { sequenceModule } from "@/lib/core/module";
import { joinedWorkspace } from "./workspaceFixture";

const { dataset, architectures, opened } = joinedWorkspace();
if (architectures.status !== "ready" || opened.status !== "ready") throw new Error("The fixture is ready.");
const exploration = { dataset, architectures: architectures.value, opened: opened.value };

describe("units of which the last is scored as the end of the one before", () => {
  it("have sequences of one layer more in the one before, and none in the last", () =>
    expect([0, 1, 2].map((unitIndex) => moduleSizes(exploration, unitIndex))).toEqual([[1, 2], [3, 4], []]));

  it("are chosen together", () =>
    expect(rankedUnits(dataset.space)).toEqual([
      { unitIndex: 0, label: "unit 1" },
      { unitIndex: 1, label: "unit 2 and unit 3" },
    ]));

  it("answer an address of the last with what both have", () =>
    expect([0, 1, 2].map((unitIndex) => rankedUnit(dataset.space, unitIndex))).toEqual([0, 1, 1]));

  it("are both named as the place of a sequence that fills both", () => {
    const node = [0, 0];
    expect(modulePlace(dataset.space, sequenceModule(1, [node, node, node]))).toBe("unit 2 and unit 3");
    expect(modulePlace(dataset.space, sequenceModule(0, [node, node]))).toBe("unit 1");
    expect(modulePlace(dataset.space, sequenceModule(2, [node]))).toBe("unit 3, layer 1");
  });
});
