/** Which nodes of a graph change its output at all. */
import type { Edge } from "../architecture";

const ZERO = /^(none|zero|zeroize)$/i;
const IDENTITY = /^(skip_connect|skip|identity|none_identity)$/i;

/** Whether an operation of this name passes nothing on. */
export const passesNothing = (name: string): boolean => ZERO.test(name);

/** Whether an operation of this name passes everything on as it came. */
export const passesUnchanged = (name: string): boolean => IDENTITY.test(name);

/** Whether each node is one where information comes in, and one where it leaves. */
export type Ends = { readonly isInput: readonly boolean[]; readonly isOutput: readonly boolean[] };

/** Nodes that no edge leads to, and nodes that none leaves. */
export function endsByDegree(numNodes: number, edges: readonly Edge[]): Ends {
  const isInput = Array.from({ length: numNodes }, () => true);
  const isOutput = [...isInput];
  for (const [source, target] of edges) {
    isInput[target] = false;
    isOutput[source] = false;
  }
  return { isInput, isOutput };
}

/** Nodes that information gets through on its way from an input to an output; the others are dead. */
export function liveNodes(names: readonly string[], edges: readonly Edge[], ends: Ends): boolean[] {
  const passes = names.map((name) => !passesNothing(name));
  const reached = spread(passes, ends.isInput, edges);
  const reaching = spread(
    passes,
    ends.isOutput,
    edges.map(([source, target]) => [target, source] as const),
  );
  return names.map((_, node) => Boolean(reached[node] && reaching[node]));
}

/** Nodes that information from the starting nodes gets through. */
function spread(passes: readonly boolean[], starts: readonly boolean[], edges: readonly Edge[]): boolean[] {
  const reached = starts.map((start, node) => start && Boolean(passes[node]));
  for (let changed = true; changed;) {
    changed = false;
    for (const [source, target] of edges) {
      if (reached[source] && passes[target] && !reached[target]) {
        reached[target] = true;
        changed = true;
      }
    }
  }
  return reached;
}
