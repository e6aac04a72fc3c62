/**
 * Choosing and ordering rows of a table of architectures. Rows are numbers into it, metrics are columns of numbers:
 * a hundred thousand rows are filtered and sorted between two frames.
 */
import { ABSENT, numNodes, type EvaluatedArchitecture, type Node } from "./architecture";
import { featureValue, operationLabel, type SearchSpace } from "./searchSpace";

/** Keeps rows whose metric lies in [low, high]; a row without the metric is not kept. */
export type MetricRange = { readonly metricIndex: number; readonly low: number; readonly high: number };

export type RowFilter = { readonly text: string; readonly ranges: readonly MetricRange[] };

/** What filters read of each row; built once for a table. */
export type RowIndex = {
  readonly numRows: number;
  /** One column per metric, shape [numRows]; NaN where it was not measured. */
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

const WHOLE = -1;

export function indexRows(
  architectures: readonly EvaluatedArchitecture[],
  space: SearchSpace,
  numMetrics: number,
): RowIndex {
  const numRows = architectures.length;
  const metrics = Array.from({ length: numMetrics }, (_, metricIndex) =>
    Float64Array.from(architectures, (architecture) => architecture.metrics[metricIndex] ?? NaN),
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

/** One word of a filter's text. */
type Term = { readonly text: string; readonly whole: boolean; readonly unitIndex: number | null };

/**
 * Words between spaces, all of which must hold: `e6k7` is part of the id, of an operation or of a global; `2:e6k7`
 * is part of an operation in unit 2; `"e6k7"` or `2:"max pool"` is the whole name.
 */
export function parseTerms(text: string): Term[] {
  const words = text.toLowerCase().matchAll(/(?:(\d+):)?(?:"([^"]*)"?|(\S+))/g);
  return [...words]
    .map(([, unit, quoted, plain]) => ({
      text: quoted ?? plain ?? "",
      whole: quoted !== undefined,
      unitIndex: unit === undefined ? null : Number(unit) - 1,
    }))
    .filter((term) => term.text !== "");
}

/** Rows that hold every word of the text and lie in every range, ascending. */
export function filterRows(index: RowIndex, { text, ranges }: RowFilter): Uint32Array {
  const tests = [
    ...ranges.map((range) => rangeTest(index, range)),
    ...parseTerms(text).map((term) => termTest(index, term)),
  ];
  const kept = new Uint32Array(index.numRows);
  let count = 0;
  for (let row = 0; row < index.numRows; row++) {
    if (tests.every((test) => test(row))) kept[count++] = row;
  }
  return kept.slice(0, count);
}

type RowTest = (row: number) => boolean;

function rangeTest(index: RowIndex, { metricIndex, low, high }: MetricRange): RowTest {
  const column = index.metrics[metricIndex];
  return (row) => {
    const value = column?.[row] ?? NaN;
    return value >= low && value <= high;
  };
}

function termTest(index: RowIndex, { text, whole, unitIndex }: Term): RowTest {
  const wanted = Uint8Array.from(index.labels, (label) =>
    Number(whole ? label === text : label.includes(text)),
  );
  const { ids, wordStart, wordLabel, wordUnit } = index;
  return (row) => {
    if (!whole && unitIndex === null && ids[row]?.includes(text)) return true;
    const end = wordStart[row + 1] ?? 0;
    for (let word = wordStart[row] ?? 0; word < end; word++) {
      if (wanted[wordLabel[word] ?? 0] === 1 && (unitIndex === null || wordUnit[word] === unitIndex))
        return true;
    }
    return false;
  };
}

export type SortOrder = "asc" | "desc";

/** The rows by a column of numbers; rows without a value come last either way, equal ones stay in their order. */
export function sortRows(rows: Uint32Array, column: Float64Array, order: SortOrder): Uint32Array {
  const sign = order === "asc" ? 1 : -1;
  return rows.slice().sort((a, b) => {
    const left = column[a] ?? NaN;
    const right = column[b] ?? NaN;
    if (left === right) return 0;
    if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : 1;
    return Number.isNaN(right) ? -1 : sign * (left - right);
  });
}
