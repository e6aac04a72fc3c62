import { describe, expect, it } from "vitest";
import { mergeReturned } from "@/lib/core/formats/mergeReturned";

const placed = (position: number, id: string, code: number, value: number | null, status?: string) => ({
  position,
  architecture: {
    id,
    row: position + 1,
    units: [[[code]]],
    globals: [],
    metrics: [value],
    ...(status === undefined ? {} : { status }),
  },
});
/** b and d came back; a and b are one architecture, c and d another; e and f were there all along, and are the same. */
const ROWS = [
  placed(0, "a", 0, 1),
  placed(1, "b", 0, 3),
  placed(2, "c", 1, 10),
  placed(3, "d", 1, 99, "OOM"),
  placed(4, "e", 2, 5),
  placed(5, "f", 2, 6),
];
const merged = (rule: "keep" | "average" | "latest") => {
  const result = mergeReturned(ROWS, new Set([1, 3]), rule);
  return [
    result.merged,
    result.rows.map(({ position, architecture: { id, metrics } }) => [position, id, metrics[0]]),
  ];
};

describe("rows that come back", () => {
  it("are averaged with those of their architecture, failed ones without effect", () =>
    expect(merged("average")).toEqual([
      2,
      [
        [0, "a", 2],
        [2, "c", 10],
        [4, "e", 5],
        [5, "f", 6],
      ],
    ]));

  it("or the latest is kept, of those that did not fail", () =>
    expect(merged("latest")).toEqual([
      2,
      [
        [0, "b", 3],
        [2, "c", 10],
        [4, "e", 5],
        [5, "f", 6],
      ],
    ]));

  it("or all are kept", () => expect(merged("keep")[0]).toBe(0));
});
