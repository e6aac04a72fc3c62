import { describe, expect, it } from "vitest";
import { bestModules } from "@/lib/builder/completion";
import { draftOf, emptyDraft } from "@/lib/builder/draft";
import { encodeLocks, isLocked, lockedPart, lockedSpace, parseLocks, toggled } from "@/lib/builder/locks";
import { bestCompletions } from "@/lib/builder/optimise";
import { contributions, reasonQuestions } from "@/lib/builder/reasons";
import { freeName, parseVersions, storeVersions, withVersion, withoutVersion } from "@/lib/builder/versions";
import { operationsOf } from "@/lib/core/search/operations";
import { allSequences, architecture, scored, stagedSpace } from "../core/search/spaces";
import { cellSpace } from "./spaces";

const best = bestModules(stagedSpace, scored(allSequences));
const draft = draftOf(
  architecture(
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  ),
);

describe("locks", () => {
  const locks = parseLocks("1.2,9.9,x,2.1", stagedSpace);

  it("come from the address and go back to it", () => {
    expect(encodeLocks(locks)).toBe("1.2,2.1");
    expect(isLocked(locks, { unitIndex: 0, layerIndex: 1 })).toBe(true);
    expect(encodeLocks(toggled(locks, { unitIndex: 0, layerIndex: 1 }))).toBe("2.1");
  });

  it("keep what is locked, and open the rest", () =>
    expect(lockedPart(stagedSpace, draft, locks).units).toEqual([[null, [0, 1]], [[0, 0]]]));
});

describe("the space that keeps what is locked", () => {
  it("has long enough units, and nothing else in a locked place", () => {
    const operations = operationsOf(stagedSpace, []);
    const kept = lockedSpace(stagedSpace, draft, parseLocks("1.2,2.3", stagedSpace), operations);
    expect(kept.space.units.map(({ lengths }) => lengths)).toEqual([[2, 3], [3]]);
    expect(kept.operations.map((places) => places.map(({ length }) => length))).toEqual([
      [6, 1, 6],
      [6, 6, 1],
    ]);
    expect(kept.operations[0]?.[1]).toEqual([[0, 1]]);
  });
});

describe("optimising the rest", () => {
  it("finds the best of everything where nothing is locked", () => {
    const [first] = bestCompletions(stagedSpace, draft, new Set(), best, null, 3);
    expect(first?.units.flat()).toEqual(Array(6).fill([1, 2]));
  });

  it("keeps what is locked, and comes in the order of the sums", () => {
    const found = bestCompletions(stagedSpace, draft, parseLocks("1.2", stagedSpace), best, null, 20);
    expect(found.every(({ units }) => units[0]?.[1]?.join() === "0,1")).toBe(true);
    expect(found[0]?.units).toEqual([
      [
        [1, 2],
        [0, 1],
        [1, 2],
      ],
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    ]);
    const sums = found.map(({ units }) => units.flat(2).reduce((sum, code) => sum + code, 0));
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
  });

  it("goes place by place through a cell", () => {
    const modules = [0, 1, 2].flatMap((layer) =>
      [[0], [1]].map((node) => ({ unitIndex: 0, layers: [layer], nodes: [node] })),
    );
    const ofCell = bestModules(cellSpace, scored(modules));
    const cell = draftOf({ id: "", units: [[[0], [0], [0]]], globals: [] });
    const [first] = bestCompletions(cellSpace, cell, parseLocks("1.2", cellSpace), ofCell, null, 1);
    expect(first?.units).toEqual([[[1], [0], [1]]]);
  });

  it("has nothing to offer where the space's globals are open and nobody knows them", () =>
    expect(
      bestCompletions(
        { ...stagedSpace, globalFeatures: [{ name: "resolution", kind: "ordinal", values: [160] }] },
        { ...emptyDraft(stagedSpace), globals: [null] },
        new Set(),
        { sequences: best.sequences.map((list) => list.slice(0, 2)), nodes: best.nodes },
        null,
        1,
      ),
    ).toEqual([]));
});

describe("reasons", () => {
  it("say what a unit adds over the units of other rows", () => {
    const own = architecture(
      [
        [1, 2],
        [1, 2],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    );
    const rows = [
      architecture(
        [
          [0, 0],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ),
      architecture(
        [
          [1, 0],
          [1, 0],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ];
    const valueOf = ({ units }: { units: readonly (readonly (readonly number[])[])[] }) =>
      units.flat(2).reduce((sum, code) => sum + code, 0);
    const questions = reasonQuestions(stagedSpace, own, rows, operationsOf(stagedSpace, rows));
    expect(contributions(questions, valueOf(own), valueOf)).toEqual([
      { name: "unit 1", unitIndex: 0, change: 6 - 1, numOthers: 2 },
      { name: "unit 2", unitIndex: 1, change: 0 - 2, numOthers: 2 },
    ]);
  });

  it("compare each place of a cell with every other operation", () => {
    const own = architecture([[1], [0], [1]]);
    const rows = [own, architecture([[0], [1], [0]])];
    const questions = reasonQuestions(cellSpace, own, rows, operationsOf(cellSpace, rows));
    expect(questions.map(({ name, others }) => [name, others.map(({ units }) => units[0])])).toEqual([
      ["cell, 0->1", [[[0], [0], [1]]]],
      ["cell, 0->2", [[[1], [1], [1]]]],
      ["cell, 1->2", [[[1], [0], [0]]]],
    ]);
  });
});

describe("versions", () => {
  const first = { name: "version 1", code: "0,0;0,1|" };

  it("have free names, and replace one of the same name", () => {
    expect(freeName([first])).toBe("version 2");
    expect(withVersion([first], { name: " version 1 ", code: "|" })).toEqual([
      { name: "version 1", code: "|" },
    ]);
    expect(withoutVersion([first], "version 1")).toEqual([]);
  });

  it("come back as far as they are of this space", () => {
    const text = storeVersions([first, { name: "other", code: "9,9|" }]);
    expect(parseVersions(text, stagedSpace)).toEqual([first]);
    expect(
      ["nonsense", "{}", '[{"name":1}]', null].map((stored) => parseVersions(stored, stagedSpace)),
    ).toEqual([[], [], [], []]);
  });
});
