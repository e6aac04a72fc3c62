import { ABSENT, numNodes, type EvaluatedArchitecture, type Node } from "./architecture";
import { hasFailed } from "./evaluation";
import { featureValue, operationLabel, type SearchSpace } from "./searchSpace";

/** What filters read of each row; built once for a table. */
export type RowIndex = {
  readonly numRows: number;
  /** One column per metric, shape [numRows]; NaN where it was not measured, or the evaluation failed. */
  readonly metrics: readonly Float64Array[];
  /** Number of nodes, shape [numRows]. */
  readonly sizes: Float64Array;
  /** Lower-case ids. */
  readonly ids: readonly string[];
  /** Distinct labels of operations (and `name=value` of globals), lower case; words point here. */
  readonly labels: readonly string[];
  /** Words of row r stand at wordStart[r] .. wordStart[r + 1] - 1 of the two columns below. */
  readonly wordStart: Uint32Array;
  readonly wordLabel: Uint32Array;
  /** The 0-based unit of each word; WHOLE for globals. */
  readonly wordUnit: Int32Array;
};

/** The unit of what belongs to the whole architecture. */
const WHOLE = -1;

/** @param numMetrics how many metrics every architecture lists */
export function indexRows(
  architectures: readonly EvaluatedArchitecture[],
  space: SearchSpace,
  numMetrics: number,
): RowIndex {
  const numRows = architectures.length;
  const metrics = Array.from({ length: numMetrics }, (_, metricIndex) =>
    Float64Array.from(architectures, (row) => (hasFailed(row) ? NaN : (row.metrics[metricIndex] ?? NaN))),
  );
  const labels = new Map<string, number>();
  const intern = (label: string): number => {
    const known = labels.get(label) ?? labels.size;
    labels.set(label, known);
    return known;
  };
  const labelOf = nodeLabels(space, intern);

  const numGlobals = space.globalFeatures.length;
  const sizes = Float64Array.from(architectures, numNodes);
  const numWords = sizes.reduce((sum, size) => sum + size + numGlobals, 0);
  const wordStart = new Uint32Array(numRows + 1);
  const wordLabel = new Uint32Array(numWords);
  const wordUnit = new Int32Array(numWords);
  let word = 0;
  architectures.forEach(({ units, globals }, row) => {
    units.forEach((unit, unitIndex) => {
      for (const node of unit) {
        wordLabel[word] = labelOf(node);
        wordUnit[word++] = unitIndex;
      }
    });
    space.globalFeatures.forEach((feature, index) => {
      wordLabel[word] = intern(
        `${feature.name}=${featureValue(feature, globals[index] ?? NaN)}`.toLowerCase(),
      );
      wordUnit[word++] = WHOLE;
    });
    wordStart[row + 1] = word;
  });
  return {
    numRows,
    metrics,
    sizes,
    ids: architectures.map(({ id }) => id.toLowerCase()),
    labels: [...labels.keys()],
    wordStart,
    wordLabel,
    wordUnit,
  };
}

/**
 * Numbers of the labels of nodes. A million nodes are asked for: each different one is written once, and known again
 * by following its codes through nested maps, which is quicker than making a text of them.
 */
function nodeLabels(space: SearchSpace, intern: (label: string) => number): (node: Node) => number {
  type Branch = Map<number, Branch | number>;
  const root: Branch = new Map();
  const numFeatures = space.nodeFeatures.length;
  return (node) => {
    let branch = root;
    for (let index = 0; index < numFeatures - 1; index++) {
      const code = node[index] ?? ABSENT;
      let next = branch.get(code);
      if (typeof next !== "object") branch.set(code, (next = new Map()));
      branch = next;
    }
    const last = node[numFeatures - 1] ?? ABSENT;
    const known = branch.get(last);
    if (typeof known === "number") return known;
    const label = intern(operationLabel(space, node).toLowerCase());
    branch.set(last, label);
    return label;
  };
}
