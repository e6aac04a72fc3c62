import { describe, expect, it } from "vitest";
import type { Architecture, Node } from "@/lib/core/architecture";
import { sequenceModule } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { matchRows } from "@/lib/core/trust/matchedPairs";
import {
  claimedDifference,
  countPairs,
  counterExamples,
  measuredDifference,
} from "@/lib/core/trust/measuredDifference";
import { modulePlaceOf, slotTable } from "@/lib/core/trust/slots";
import { cellSpace, stagedSpace } from "@/lib/figures/fixtures";
import { seededRandom } from "@/lib/core/random";

const cell = (...operations: number[]): Architecture => ({
  id: operations.join(""),
  units: [operations.map((operation) => [operation])],
  globals: [],
});
const placed = (unitIndex: number, layer: number, node: Node) => ({
  unitIndex,
  layers: [layer],
  nodes: [node],
});

/** Rows of a cell, and the sets for operation 3 in its first place. */
function matchCells(rows: readonly Architecture[], targets: readonly number[]) {
  const table = slotTable(cellSpace, rows);
  const place = modulePlaceOf(cellSpace, table, placed(0, 0, [3]), false);
  return matchRows(table, place, targets);
}

describe("matchRows", () => {
  it("pairs rows that differ in the module's place and nowhere else", () => {
    const rows = [
      cell(3, 0, 0, 0, 0, 0),
      cell(1, 0, 0, 0, 0, 0),
      cell(2, 0, 0, 0, 0, 0),
      cell(3, 1, 0, 0, 0, 0),
      cell(0, 1, 0, 0, 0, 0),
      cell(3, 0, 0, 0, 0, 4),
      cell(4, 0, 0, 0, 0, 4),
      cell(0, 2, 2, 2, 2, 2),
    ];
    const { kind, sets } = matchCells(rows, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(kind).toBe("exact");
    expect(sets).toEqual([
      { holders: [0], partners: [1, 2], numOtherDifferences: 0 },
      { holders: [3], partners: [4], numOtherDifferences: 0 },
      { holders: [5], partners: [6], numOtherDifferences: 0 },
    ]);
  });

  it("leaves out rows without a target", () => {
    const rows = [cell(3, 0, 0, 0, 0, 0), cell(1, 0, 0, 0, 0, 0)];
    expect(matchCells(rows, [1, NaN])).toEqual({
      kind: "exact",
      sets: [],
      holders: [0],
      others: [],
      nearest: null,
    });
  });

  it("takes the nearest rows, each once, and says in how many other places they differ", () => {
    const rows = [
      cell(3, 0, 0, 0, 0, 0),
      cell(3, 0, 0, 0, 0, 1),
      cell(1, 2, 0, 0, 0, 0),
      cell(1, 2, 2, 0, 0, 1),
      cell(1, 4, 4, 4, 4, 4),
    ];
    const { kind, sets } = matchCells(rows, [1, 2, 3, 4, 5]);
    expect(kind).toBe("nearest");
    expect(sets).toEqual([
      { holders: [0], partners: [2], numOtherDifferences: 1 },
      { holders: [1], partners: [3], numOtherDifferences: 2 },
    ]);
  });

  it("says how far the nearest row is where none is near enough", () => {
    const matching = matchCells([cell(3, 0, 0, 0, 0, 0), cell(1, 1, 1, 1, 1, 0)], [1, 2]);
    expect(matching.sets).toEqual([]);
    expect(matching.nearest).toBe(4);
  });

  it("matches a sequence with any other sequence of its length in the same rest of the network", () => {
    const rest: Node[][] = [
      [[0, 0]],
      [],
      [
        [0, 0],
        [0, 0],
      ],
    ];
    const withUnit2 = (id: string, nodes: Node[]): Architecture => ({
      id,
      units: rest.with(1, nodes),
      globals: [],
    });
    const rows = [
      withUnit2("a", [
        [1, 1],
        [1, 1],
      ]),
      withUnit2("b", [
        [0, 0],
        [1, 1],
      ]),
      withUnit2("c", [
        [0, 0],
        [0, 0],
      ]),
      withUnit2("longer", [
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
      {
        ...withUnit2("elsewhere", [
          [0, 0],
          [0, 0],
        ]),
        units: [
          [[1, 2]],
          [
            [0, 0],
            [0, 0],
          ],
          [
            [1, 1],
            [1, 1],
          ],
        ],
      },
    ];
    const table = slotTable(stagedSpace, rows);
    const module = sequenceModule(1, [
      [1, 1],
      [1, 1],
    ]);
    const { sets, others } = matchRows(
      table,
      modulePlaceOf(stagedSpace, table, module, true),
      [5, 4, 3, 9, 9],
    );
    expect(others).toEqual([1, 2, 4]);
    // Row 4 differs in the first unit and both layers of the last: three other places, but row 1 is nearer.
    expect(sets).toEqual([{ holders: [0], partners: [1], numOtherDifferences: 0 }]);
  });

  it("matches two units as one where they are scored together", () => {
    const space: SearchSpace = {
      ...stagedSpace,
      units: [
        { name: "unit 1", lengths: [1, 2], joinsNext: true },
        { name: "unit 2", lengths: [1] },
      ],
    };
    const row = (id: string, ...units: Node[][]): Architecture => ({ id, units, globals: [] });
    const rows = [
      row("a", [[0, 0]], [[1, 1]]),
      row("b", [[1, 2]], [[0, 1]]),
      row(
        "c",
        [
          [1, 2],
          [0, 0],
        ],
        [[0, 1]],
      ),
    ];
    const table = slotTable(space, rows);
    const place = modulePlaceOf(
      space,
      table,
      sequenceModule(0, [
        [0, 0],
        [1, 1],
      ]),
      true,
    );
    expect(matchRows(table, place, [1, 2, 3])).toMatchObject({ holders: [0], others: [1] });
  });

  it("finds a planted effect of an operation among 20,000 rows", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      ...cell(...Array.from({ length: 6 }, () => Math.floor(random() * 5))),
      id: String(index),
    }));
    const targets = rows.map(({ units }) => 70 + (units[0]?.[0]?.[0] === 3 ? 2 : 0) + random());
    const { kind, sets } = matchCells(rows, targets);
    expect(kind).toBe("exact");
    const difference = measuredDifference(targets, sets);
    expect(difference?.low).toBeGreaterThan(1.9);
    expect(difference?.high).toBeLessThan(2.1);
  });
});

describe("measuredDifference", () => {
  const sets = [
    { holders: [0], partners: [1, 2], numOtherDifferences: 0 },
    { holders: [3], partners: [4], numOtherDifferences: 0 },
  ];
  const targets = [5, 2, 4, 1, 3];

  it("averages over sets, holders against the mean of their partners", () => {
    // 5 - 3 = 2 and 1 - 3 = -2.
    expect(measuredDifference(targets, sets)?.mean).toBe(0);
    expect(measuredDifference(targets, [])).toBeNull();
  });

  it("takes the interval from the rows where there is one set", () => {
    const one = [{ holders: [0, 2], partners: [1, 3], numOtherDifferences: 0 }];
    expect(measuredDifference(targets, one)).toMatchObject({ mean: 3, count: 1 });
  });

  it("claims the module's score minus that of what the partners have", () => {
    expect(claimedDifference(sets, 10, (row) => row)).toBe(10 - (1.5 + 4) / 2);
    expect(claimedDifference(sets, 10, () => NaN)).toBeNaN();
  });

  it("counts and lists pairs that go the other way, the strongest first", () => {
    expect(countPairs(targets, sets, 1)).toEqual({ numPairs: 3, numAgainst: 1 });
    expect(countPairs(targets, sets, -1)).toEqual({ numPairs: 3, numAgainst: 2 });
    expect(counterExamples(targets, sets, 1, 5)).toEqual([
      { holder: 3, partner: 4, difference: -2, numOtherDifferences: 0 },
    ]);
    expect(counterExamples(targets, sets, -1, 1)).toEqual([
      { holder: 0, partner: 1, difference: 3, numOtherDifferences: 0 },
    ]);
  });
});
