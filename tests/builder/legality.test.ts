import { describe, expect, it } from "vitest";
import { emptyDraft, type Draft } from "@/lib/builder/draft";
import { draftIssues, slotsIssue, toArchitecture } from "@/lib/builder/legality";
import { cellSpace, stagedSpace } from "./spaces";

const unit = [
  [0, 0],
  [1, 2],
];
const staged = (first: Draft["units"][number], globals: Draft["globals"] = [0]): Draft => ({
  units: [first, unit],
  globals,
});
const messages = (draft: Draft) => draftIssues(stagedSpace, draft).map(({ message }) => message);

describe("what a draft lacks", () => {
  it("an empty draft needs its units and its global value", () =>
    expect(messages(emptyDraft(stagedSpace))).toEqual([
      "unit 1 needs at least 2 layers",
      "unit 2 needs at least 2 layers",
      "resolution is not chosen",
    ]));

  it("names a gap", () => expect(messages(staged([null, [0, 0]]))).toEqual(["unit 1 has a gap at layer 1"]));

  it("names open layers of a chosen length", () =>
    expect(messages(staged([[0, 0], null, null]))).toEqual(["unit 1: layer 2, layer 3 are open"]));

  it("names too many layers", () =>
    expect(messages(staged([...unit, ...unit]))).toEqual(["unit 1 takes at most 3 layers"]));

  it("names a value that is not legal in its place", () =>
    expect(
      messages(
        staged([
          [0, 0],
          [0, 7],
        ]),
      ),
    ).toEqual(["unit 1, layer 2: kernel can only be 3, 5, 7"]));

  it("names the open places of a cell by their names", () => {
    expect(draftIssues(cellSpace, { units: [[null, [1]]], globals: [] })).toEqual([
      { unitIndex: 0, message: "cell: 0->1, 1->2 are open" },
    ]);
  });

  it("asks a graph for connections that only a measured architecture has", () =>
    expect(
      draftIssues({ ...cellSpace, structure: "graph" }, { units: [[[0], [1], [1]]], globals: [] }),
    ).toEqual([
      { unitIndex: null, message: "the connections are missing: start from a measured architecture" },
    ]));

  it("lengths with holes between them are listed", () =>
    expect(
      draftIssues(
        { ...stagedSpace, units: [{ name: "unit 1", lengths: [1, 3] }], globalFeatures: [] },
        { units: [unit], globals: [] },
      ),
    ).toEqual([{ unitIndex: 0, message: "unit 1 cannot have 2 layers, only 1, 3" }]));
});

describe("toArchitecture", () => {
  it("gives the architecture of a draft without issues", () =>
    expect(toArchitecture(stagedSpace, staged(unit), "mine")).toEqual({
      id: "mine",
      units: [unit, unit],
      globals: [0],
    }));

  it("gives null while anything is missing", () =>
    expect(toArchitecture(stagedSpace, staged(unit, [null]), "mine")).toBeNull());
});

describe("slotsIssue", () => {
  it("allows open slots and refuses too many", () => {
    expect(slotsIssue(stagedSpace, 0, [null, [0, 0]])).toBeNull();
    expect(slotsIssue(stagedSpace, 0, [null, null, null, null])).toBe("unit 1 takes at most 3 layers");
    expect(slotsIssue(stagedSpace, 9, [])).toBe("there is no unit 10 in this search space");
  });
});
