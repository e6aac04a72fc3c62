import { sequenceModule, type Module } from "../../lib/core/module";
import { enumerateOperations, type SearchSpace } from "../../lib/core/searchSpace";
import type { Problem } from "../../lib/predictor/predictor";

const EXPAND = [3, 4, 6];
const KERNEL = [3, 5, 7];

/** MobileNetV3 of once-for-all: five units of two to four of nine blocks. */
const space: SearchSpace = {
  structure: "staged",
  units: [1, 2, 3, 4, 5].map((number) => ({ name: `unit ${number}`, lengths: [2, 3, 4] })),
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: EXPAND },
    { name: "kernel", kind: "ordinal", values: KERNEL },
  ],
  globalFeatures: [],
  notation: "bench",
  constants: {},
};

export type BenchFile = {
  readonly architectures: readonly {
    readonly id: string;
    readonly units: readonly (readonly string[])[];
    readonly metrics: { readonly acc: number };
  }[];
};

/** Its first `numRows` rows, to be ranked by accuracy. */
export function benchProblem({ architectures }: BenchFile, numRows: number): Problem {
  const codes = (block: string): number[] => {
    const [, expand, kernel] = /_e(\d)_k(\d)$/.exec(block) ?? [];
    return [EXPAND.indexOf(Number(expand)), KERNEL.indexOf(Number(kernel))];
  };
  const rows = architectures.slice(0, numRows);
  return {
    space,
    architectures: rows.map(({ id, units }) => ({
      id,
      units: units.map((unit) => unit.map(codes)),
      globals: [],
    })),
    targets: Float64Array.from(rows, ({ metrics }) => metrics.acc),
    target: "acc",
    datasetHash: "bench",
  };
}

/** All 36,855 sequences. */
export function allSequences(): Module[] {
  const operations = enumerateOperations(space) ?? [];
  return space.units.flatMap((unit, unitIndex) =>
    unit.lengths.flatMap((length) => {
      let sequences: (readonly number[])[][] = [[]];
      for (let layer = 0; layer < length; layer++)
        sequences = sequences.flatMap((sequence) => operations.map((operation) => [...sequence, operation]));
      return sequences.map((nodes) => sequenceModule(unitIndex, nodes));
    }),
  );
}
