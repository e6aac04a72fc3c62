/**
 * An architecture is a directed graph of nodes, each an operation with features. Codes instead of values keep it small
 * and quick to compare; only together with its SearchSpace do they mean something.
 */

/**
 * Codes of one node, one per feature in `space.nodeFeatures`, in that order: the index into `feature.values` for
 * categorical and ordinal features, the number itself for continuous ones, ABSENT where a conditional feature does
 * not apply.
 */
export type Node = readonly number[];

/** The code of a conditional feature that does not apply to a node. */
export const ABSENT = -1;

/** The nodes of one unit in layer order. */
export type Unit = readonly Node[];

/** Message flow from source to target; both are indexes over all nodes of the architecture, unit after unit. */
export type Edge = readonly [source: number, target: number];

export type Architecture = {
  readonly id: string;
  readonly units: readonly Unit[];
  /** Codes of the features of the whole architecture (`space.globalFeatures`), such as resolution. */
  readonly globals: readonly number[];
  /** Only where every architecture has edges of its own; else the search space says them. */
  readonly edges?: readonly Edge[];
};

/** An architecture of a dataset, with what was measured. */
export type EvaluatedArchitecture = Architecture & {
  /** 1-based row (or list position) in the file it came from. */
  readonly row: number;
  /** One value per metric of the dataset, in its order; null where it was not measured. */
  readonly metrics: readonly (number | null)[];
  /** What the file says of an evaluation that failed (`OOM`, `timeout`); absent for the others. */
  readonly status?: string;
};

export const numNodes = (architecture: Pick<Architecture, "units">): number =>
  architecture.units.reduce((sum, unit) => sum + unit.length, 0);

/** Where a node sits: its unit and its layer in the unit, both 0-based. */
export type NodePlace = { readonly unitIndex: number; readonly layerIndex: number };

/** Places of all nodes in node order. */
export function nodePlaces(architecture: Pick<Architecture, "units">): NodePlace[] {
  return architecture.units.flatMap((unit, unitIndex) =>
    unit.map((_, layerIndex) => ({ unitIndex, layerIndex })),
  );
}

/** The chain i -> i+1 over all nodes: the edges of staged, chain and flat architectures (ALGORITHM section 1). */
export function chainEdges(count: number): Edge[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => [index, index + 1] as const);
}

/** A text that is equal for two architectures exactly when their structure is equal; ids and metrics do not count. */
export function architectureKey(architecture: Architecture): string {
  const nodes = architecture.units.map((unit) => unit.map((node) => node.join(",")).join(";")).join("|");
  const globals = architecture.globals.length > 0 ? `#${architecture.globals.join(",")}` : "";
  const edges = architecture.edges ? `@${architecture.edges.map((edge) => edge.join(">")).join(" ")}` : "";
  return nodes + globals + edges;
}
