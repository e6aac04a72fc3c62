import { describe, expect, it } from "vitest";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { nodeMove, movedPlace, undoneMove } from "@/lib/builder/graph/moves";
import { encodeLocks, movedLocks, parseLocks } from "@/lib/builder/locks";
import { CONV, INPUT, nodeCells, OUTPUT, POOL } from "./graphs";

const { first, dataset } = nodeCells;
const { space } = dataset;
const after = (edit: Edit) => applyEdit(space, first, edit);

describe("edits of input → conv → pool → output with two edges past them", () => {
  it("starts as read", () =>
    expect(first).toEqual({
      units: [[INPUT, CONV, POOL, OUTPUT]],
      globals: [],
      edges: [[0, 1], [0, 2], [1, 2], [1, 3], [2, 3]], // prettier-ignore
    }));

  it("an edge goes, and comes back in its place", () => {
    const without = after({ type: "removeEdge", source: 0, target: 2 });
    expect(without.edges).toEqual([[0, 1], [1, 2], [1, 3], [2, 3]]); // prettier-ignore
    expect(applyEdit(space, without, { type: "addEdge", source: 0, target: 2 })).toEqual(first);
  });

  it("a node on an edge takes its place", () =>
    expect(
      after({ type: "addNode", place: { unitIndex: 0, layerIndex: 2 }, node: CONV, source: 0, target: 2, onEdge: true }), // prettier-ignore
    ).toEqual({
      units: [[INPUT, CONV, CONV, POOL, OUTPUT]],
      globals: [],
      edges: [[0, 1], [0, 2], [1, 3], [1, 4], [2, 3], [3, 4]], // prettier-ignore
    }));

  it("a node beside an edge leaves it", () =>
    expect(
      after({ type: "addNode", place: { unitIndex: 0, layerIndex: 3 }, node: null, source: 1, target: 3, onEdge: false }), // prettier-ignore
    ).toEqual({
      units: [[INPUT, CONV, POOL, null, OUTPUT]],
      globals: [],
      edges: [[0, 1], [0, 2], [1, 2], [1, 3], [1, 4], [2, 4], [3, 4]], // prettier-ignore
    }));

  it("a node goes with its edges, or its neighbours are joined", () => {
    const place = { unitIndex: 0, layerIndex: 1 };
    expect(after({ type: "removeNode", place, join: false })).toEqual({
      units: [[INPUT, POOL, OUTPUT]],
      globals: [],
      edges: [[0, 1], [1, 2]], // prettier-ignore
    });
    // input → pool is there already, and stays one edge.
    expect(after({ type: "removeNode", place, join: true }).edges).toEqual([[0, 1], [0, 2], [1, 2]]); // prettier-ignore
  });

  it("without connections there is nothing to edit", () => {
    const open = { units: [[INPUT]], globals: [] };
    expect(applyEdit(space, open, { type: "addEdge", source: 0, target: 1 })).toBe(open);
  });
});

describe("places after a node came or went", () => {
  const came = nodeMove({
    type: "addNode",
    place: { unitIndex: 0, layerIndex: 2 },
    node: null,
    source: 0,
    target: 2,
    onEdge: true, // prettier-ignore
  });

  it("those behind it move along, also back again", () => {
    expect(came).toEqual({ place: { unitIndex: 0, layerIndex: 2 }, by: 1 });
    if (came === null) return;
    expect(movedPlace({ unitIndex: 0, layerIndex: 1 }, came)).toEqual({ unitIndex: 0, layerIndex: 1 });
    expect(movedPlace({ unitIndex: 0, layerIndex: 2 }, came)).toEqual({ unitIndex: 0, layerIndex: 3 });
    expect(movedPlace({ unitIndex: 1, layerIndex: 2 }, came)).toEqual({ unitIndex: 1, layerIndex: 2 });
    expect(movedPlace({ unitIndex: 0, layerIndex: 3 }, undoneMove(came))).toEqual({ unitIndex: 0, layerIndex: 2 }); // prettier-ignore
    expect(movedPlace({ unitIndex: 0, layerIndex: 2 }, undoneMove(came))).toBeNull();
  });

  it("a lock stays with its node", () => {
    if (came === null) throw new Error("A node that is added moves places.");
    const locks = parseLocks("1.2,1.3", space);
    expect(encodeLocks(movedLocks(locks, came))).toBe("1.2,1.4");
    expect(encodeLocks(movedLocks(movedLocks(locks, came), undoneMove(came)))).toBe("1.2,1.3");
  });

  it("edges alone move nothing", () =>
    expect(nodeMove({ type: "addEdge", source: 0, target: 1 })).toBeNull());
});
