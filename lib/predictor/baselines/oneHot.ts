import { ABSENT, type Architecture } from "../../core/architecture";
import type { Feature, SearchSpace } from "../../core/searchSpace";

/**
 * Counts of single modules: unit lengths, nodes at their place, feature values at their place and anywhere. A
 * continuous feature is a column of its numbers.
 */
export type OneHot = { readonly numColumns: number; encode(architecture: Architecture): Float64Array };

type Count = (token: string, amount: number) => void;

function countFeature({ kind }: Feature, place: string, code: number | undefined, count: Count): void {
  if (kind === "continuous") count(place, code === undefined || code === ABSENT ? 0 : code);
  else count(`${place}=${code}`, 1);
}

function countAll(space: SearchSpace, { units, globals }: Architecture, count: Count): void {
  space.globalFeatures.forEach((feature, index) =>
    countFeature(feature, `global|${index}`, globals[index], count),
  );
  units.forEach((unit, u) => {
    count(`length|${u}=${unit.length}`, 1);
    unit.forEach((node, layer) => {
      count(`node|${u}.${layer}=${node.join(",")}`, 1);
      space.nodeFeatures.forEach((feature, k) => {
        countFeature(feature, `any|${k}`, node[k], count);
        countFeature(feature, `at|${u}.${layer}|${k}`, node[k], count);
      });
    });
  });
}

/** Columns are the modules of the labelled rows; what they never hold is not counted. */
export function createOneHot(space: SearchSpace, labelled: readonly Architecture[]): OneHot {
  const columns = new Map<string, number>();
  for (const row of labelled)
    countAll(space, row, (token) => {
      if (!columns.has(token)) columns.set(token, columns.size);
    });
  return {
    numColumns: columns.size,
    encode: (architecture) => {
      const counts = new Float64Array(columns.size);
      countAll(space, architecture, (token, amount) => {
        const column = columns.get(token);
        if (column !== undefined) counts[column] = (counts[column] as number) + amount;
      });
      return counts;
    },
  };
}

/** Predicts one target from one row of counts. */
export type Regressor = (row: Float64Array) => number;
