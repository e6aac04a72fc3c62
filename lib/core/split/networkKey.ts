/** When two architectures are one network, written in two ways. */
import { architectureKey, type Architecture, type Edge } from "../architecture";
import { hasLinkedEdges } from "../linkedEdges";
import { edgesOf, featureValue, operationKey, type SearchSpace } from "../searchSpace";
import { endsByDegree, liveNodes, passesUnchanged, type Ends } from "./liveNodes";

/** A graph whose nodes bear numbers instead of names; edges count as often as they are listed. */
type Coloured = {
  readonly colours: readonly number[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
};

/**
 * Texts that are equal for two architectures of the space that are one network. Units, chains and columns are one
 * network only where all their nodes are the same. Of cells and graphs
 * - nodes on no way from input to output, and what lies behind an operation that passes nothing on, are left out;
 * - operations that pass everything on are taken out, and their readers read what they read;
 * - the order in which nodes are written does not count: graphs are compared by refined colours of their nodes
 *   (Weisfeiler and Lehman), as NAS-Bench-101 tells its cells apart. Two graphs that this cannot tell apart, though
 *   they differ, are taken for one.
 *
 * Where a node's features say more than its operation (a DARTS node names the state it reads), nothing is left out or
 * taken out, since no name alone says what the node does.
 * @param features of the whole architecture, by index, that two forms of a network have in common
 */
export function networkKeys(
  space: SearchSpace,
  features: readonly number[],
): (architecture: Architecture) => string {
  const numberOf = createNumbers();
  const isGraph = space.structure === "cell" || space.structure === "graph";
  return (architecture) => {
    const globals = features.map((index) => architecture.globals[index]).join(",");
    const structure = isGraph
      ? refinedColours(graphOf(space, architecture, numberOf), numberOf)
      : architectureKey({ ...architecture, globals: [] });
    return `${structure}#${globals}`;
  };
}

/** A number of its own for every text: equal texts have equal numbers. */
type Numbers = (text: string) => number;

function createNumbers(): Numbers {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

function graphOf(space: SearchSpace, architecture: Architecture, numberOf: Numbers): Coloured {
  const edges = edgesOf(space, architecture);
  const colours = architecture.units.flatMap((unit, unitIndex) =>
    unit.map((node) => numberOf(`unit ${unitIndex}: ${operationKey(node)}`)),
  );
  const [feature, ...others] = space.nodeFeatures;
  if (feature === undefined || others.length > 0 || hasLinkedEdges(space)) {
    const neighbours = neighboursOf(colours.length, edges);
    return { colours, ...neighbours };
  }
  const names = architecture.units.flatMap((unit) =>
    unit.map(([code = -1]) => String(featureValue(feature, code) ?? "")),
  );
  const { isInput, isOutput } = endsOf(names, edges);
  const alive = liveNodes(names, edges, { isInput, isOutput });
  // Two more nodes, so that an operation that is taken out leaves an edge behind even between input and output.
  const [input, output] = [names.length, names.length + 1];
  const ways: Edge[] = edges.filter(([source, target]) => alive[source] && alive[target]);
  for (const [node, isAlive] of alive.entries()) {
    if (isAlive && isInput[node]) ways.push([input, node]);
    if (isAlive && isOutput[node]) ways.push([node, output]);
  }
  const kept = [...names.keys()].filter((node) => alive[node]);
  const taken = kept.filter((node) => passesUnchanged(names[node] ?? ""));
  // Nodes of a cell are added up where they meet, so that a sum can be read through; of graphs nobody says so.
  const isSum = space.structure === "cell";
  const { graph, left } = withoutNodes(ways, taken, isSum);
  const nodes = [...kept.filter((node) => !left.has(node)), input, output];
  const placeOf = new Map(nodes.map((node, place) => [node, place]));
  const ends = new Map([
    [input, numberOf("input")],
    [output, numberOf("output")],
  ]);
  return {
    colours: nodes.map((node) => ends.get(node) ?? colours[node] ?? -1),
    ...neighboursOf(
      nodes.length,
      graph.map(([source, target]) => [placeOf.get(source) ?? -1, placeOf.get(target) ?? -1] as const),
    ),
  };
}

const INPUT = /^input$/i;
const OUTPUT = /^output$/i;

/** The nodes called input and output (NAS-Bench-101), else those that no edge leads to or leaves. */
function endsOf(names: readonly string[], edges: readonly Edge[]): Ends {
  const named = {
    isInput: names.map((name) => INPUT.test(name)),
    isOutput: names.map((name) => OUTPUT.test(name)),
  };
  return named.isInput.includes(true) && named.isOutput.includes(true)
    ? named
    : endsByDegree(names.length, edges);
}

/**
 * Takes nodes out: what read them reads what they read.
 * @param isSum whether that goes for nodes that read several others, too
 */
function withoutNodes(
  edges: readonly Edge[],
  taken: readonly number[],
  isSum: boolean,
): { graph: readonly Edge[]; left: ReadonlySet<number> } {
  const left = new Set<number>();
  let graph = edges;
  for (const node of taken) {
    const sources = graph.filter(([, target]) => target === node).map(([source]) => source);
    if (sources.length > 1 && !isSum) continue;
    const targets = graph.filter(([source]) => source === node).map(([, target]) => target);
    graph = [
      ...graph.filter(([source, target]) => source !== node && target !== node),
      ...sources.flatMap((source) => targets.map((target): Edge => [source, target])),
    ];
    left.add(node);
  }
  return { graph, left };
}

function neighboursOf(numNodes: number, edges: readonly Edge[]): Pick<Coloured, "before" | "after"> {
  const before = Array.from({ length: numNodes }, (): number[] => []);
  const after = Array.from({ length: numNodes }, (): number[] => []);
  for (const [source, target] of edges) {
    before[target]?.push(source);
    after[source]?.push(target);
  }
  return { before, after };
}

/** Colours of all nodes, each told by its own, its sources' and its targets', until no more of them differ. */
function refinedColours({ colours, before, after }: Coloured, numberOf: Numbers): string {
  let refined = colours;
  for (let numColours = 0, next = new Set(colours).size; next > numColours;) {
    numColours = next;
    const of = (nodes: readonly number[] | undefined): string =>
      (nodes ?? [])
        .map((node) => refined[node] ?? -1)
        .sort((a, b) => a - b)
        .join();
    refined = refined.map((colour, node) => numberOf(`${colour}<${of(before[node])}>${of(after[node])}`));
    next = new Set(refined).size;
  }
  return refined.toSorted((a, b) => a - b).join();
}
