import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { nearestTo, nodeDistance, usualReach } from "@/lib/core/distance";

const net = (units: number[][][], globals: number[] = []): Architecture => ({
  id: units.join("|"),
  units,
  globals,
});

describe("distance in nodes", () => {
  const base = net([[[0], [1]], [[2]]], [1]);

  it("counts nodes to replace, to insert and to take out, unit by unit", () => {
    expect(nodeDistance(base, base)).toBe(0);
    expect(nodeDistance(base, net([[[0], [2]], [[2]]], [1]))).toBe(1);
    expect(nodeDistance(base, net([[[1]], [[2], [2]]], [1]))).toBe(2);
  });

  it("counts features of the whole and edges of their own", () => {
    expect(nodeDistance(base, net([[[0], [1]], [[2]]], [0]))).toBe(1);
    const [a, b] = [
      [[0, 1]],
      [
        [0, 2],
        [1, 2],
      ],
    ] as const;
    expect(nodeDistance({ ...base, edges: a }, { ...base, edges: b })).toBe(3);
  });

  it("finds the nearest row, the first of several", () => {
    const rows = [
      net([[[9], [9]], [[9]]], [1]),
      net([[[0], [9]], [[2]]], [1]),
      net([[[9], [1]], [[2]]], [1]),
    ];
    expect(nearestTo(base, rows)).toEqual({ row: rows[1], distance: 1 });
    expect(nearestTo(base, [])).toBe(null);
  });

  it("calls usual what nearly all measured rows are from their nearest other", () => {
    const line = Array.from({ length: 30 }, (_, index) =>
      net([Array.from({ length: index + 1 }, () => [0])]),
    );
    expect(usualReach(line)).toBe(1);
    expect(usualReach([...line, net([Array.from({ length: 60 }, () => [0])])])).toBe(1);
    expect(usualReach(line.slice(0, 1))).toBe(0);
  });
});
