/** How far apart architectures are, in nodes. */
import { numNodes, type Architecture, type Node, type Unit } from "./architecture";

const same = (a: Node | undefined, b: Node | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.length === b.length && a.every((code, at) => code === b[at]));

/**
 * Nodes that have to be inserted, taken out or replaced to make one architecture of the other, unit by unit
 * (Levenshtein); each feature of the whole that differs counts as one more, and so does each edge of their own.
 */
export function nodeDistance(a: Architecture, b: Architecture): number {
  let distance = 0;
  for (let unit = 0; unit < Math.max(a.units.length, b.units.length); unit++)
    distance += unitDistance(a.units[unit] ?? [], b.units[unit] ?? []);
  a.globals.forEach((code, index) => {
    if (code !== b.globals[index]) distance++;
  });
  return distance + edgeDistance(a, b);
}

function unitDistance(a: Unit, b: Unit): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, node] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries())
      current.push(
        Math.min(
          (previous[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (previous[column] ?? 0) + (same(node, other) ? 0 : 1),
        ),
      );
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Edges that only one of them has; 0 where edges are not the architectures' own. */
function edgeDistance(a: Architecture, b: Architecture): number {
  if (a.edges === undefined || b.edges === undefined) return 0;
  const key = ([source, target]: readonly [number, number]): string => `${source}>${target}`;
  const [ofA, ofB] = [new Set(a.edges.map(key)), new Set(b.edges.map(key))];
  const missing = (from: ReadonlySet<string>, to: ReadonlySet<string>): number =>
    [...from].reduce((count, edge) => count + (to.has(edge) ? 0 : 1), 0);
  return missing(ofA, ofB) + missing(ofB, ofA);
}

export type Nearest<Row> = { readonly row: Row; readonly distance: number };

/** The architecture that is fewest nodes away, the first of several; null of none. */
export function nearestTo<Row extends Architecture>(
  architecture: Architecture,
  rows: readonly Row[],
): Nearest<Row> | null {
  let nearest: Nearest<Row> | null = null;
  for (const row of rows) {
    // Lengths alone tell that most rows are farther away.
    const least = Math.abs(numNodes(row) - numNodes(architecture));
    if (nearest !== null && least >= nearest.distance) continue;
    const distance = nodeDistance(architecture, row);
    if (nearest === null || distance < nearest.distance) nearest = { row, distance };
    if (distance === 0) break;
  }
  return nearest;
}

/** Rows that are compared with others, and rows they are compared with: a page must not wait for it. */
const NUM_COMPARED = 40;
const NUM_OTHERS = 5_000;

/**
 * From how many nodes on a prediction extrapolates: farther from everything measured than nearly all (95 %) measured
 * architectures are from their nearest other one. Of many rows, some at even steps.
 */
export function usualReach(rows: readonly Architecture[]): number {
  const others = evenly(rows, NUM_OTHERS);
  const distances = evenly(rows, NUM_COMPARED)
    .flatMap(
      (row) =>
        nearestTo(
          row,
          others.filter((other) => other !== row),
        )?.distance ?? [],
    )
    .sort((a, b) => a - b);
  return distances[Math.ceil(distances.length * 0.95) - 1] ?? 0;
}

const evenly = <T>(items: readonly T[], count: number): readonly T[] => {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
};
