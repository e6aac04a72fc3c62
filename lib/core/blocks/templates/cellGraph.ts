import type { Edge } from "../../architecture";

/** The nodes of a cell on ways from its first node to its last; the others change nothing and are left out. */
export type CellGraph = {
  readonly input: number;
  readonly output: number;
  /** Nodes between them, in order. */
  readonly inner: readonly number[];
  readonly sources: (node: number) => readonly number[];
  readonly targets: (node: number) => readonly number[];
};

/** Null where no way leads from the first node to the last. Edges run from lower to higher numbers. */
export function cellGraph(numNodes: number, edges: readonly Edge[]): CellGraph | null {
  const output = numNodes - 1;
  const forward = reach(0, edges);
  const backward = reach(
    output,
    edges.map(([source, target]) => [target, source] as const),
  );
  const kept = Array.from({ length: numNodes }, (_, node) => node).filter(
    (node) => forward.has(node) && backward.has(node),
  );
  if (!kept.includes(0) || !kept.includes(output) || output < 1) return null;
  const isKept = new Set(kept);
  const own = edges.filter(([source, target]) => isKept.has(source) && isKept.has(target));
  return {
    input: 0,
    output,
    inner: kept.filter((node) => node !== 0 && node !== output),
    sources: (node) =>
      own
        .filter(([, target]) => target === node)
        .map(([source]) => source)
        .sort((a, b) => a - b),
    targets: (node) => own.filter(([source]) => source === node).map(([, target]) => target),
  };
}

function reach(start: number, edges: readonly Edge[]): Set<number> {
  const reached = new Set([start]);
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const [source, target] of edges)
      if (source === node && !reached.has(target)) {
        reached.add(target);
        open.push(target);
      }
  return reached;
}
