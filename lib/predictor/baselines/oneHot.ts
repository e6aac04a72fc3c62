import type { Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";

/** Counts of single modules: unit lengths, nodes at their place, feature values at their place and anywhere. */
export type OneHot = { readonly numColumns: number; encode(architecture: Architecture): Float64Array };

function tokens(space: SearchSpace, { units, globals }: Architecture): string[] {
  return [
    ...globals.map((code, index) => `global|${index}=${code}`),
    ...units.flatMap((unit, u) => [
      `length|${u}=${unit.length}`,
      ...unit.flatMap((node, layer) => [
        `node|${u}.${layer}=${node.join(",")}`,
        ...space.nodeFeatures.flatMap((_, k) => [`any|${k}=${node[k]}`, `at|${u}.${layer}|${k}=${node[k]}`]),
      ]),
    ]),
  ];
}

/** Columns are the modules of the labelled rows; what they never hold is not counted. */
export function createOneHot(space: SearchSpace, labelled: readonly Architecture[]): OneHot {
  const columns = new Map<string, number>();
  for (const row of labelled) {
    for (const token of tokens(space, row)) if (!columns.has(token)) columns.set(token, columns.size);
  }
  return {
    numColumns: columns.size,
    encode: (architecture) => {
      const counts = new Float64Array(columns.size);
      for (const token of tokens(space, architecture)) {
        const column = columns.get(token);
        if (column !== undefined) counts[column] = (counts[column] as number) + 1;
      }
      return counts;
    },
  };
}

/** Predicts one target from one row of counts. */
export type Regressor = (row: Float64Array) => number;
