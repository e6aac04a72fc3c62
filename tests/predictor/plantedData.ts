import type { Architecture } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import { normal, seededRandom, shuffled } from "@/lib/core/random";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { mean } from "@/lib/core/stats";
import type { Problem } from "@/lib/predictor/predictor";

/** Three units as in block-token spaces, small enough that every choice is measured many times. */
export const plantedSpace: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [2, 3] },
    { name: "unit 3", lengths: [2, 3] },
  ],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [],
  notation: "block-tokens",
  constants: {},
};

/** What an architecture is truly worth, without noise. */
export type Truth = (architecture: Pick<Architecture, "units">) => number;

export type PlantedData = {
  readonly problem: Problem;
  /** The same rows with their targets in another order: nothing matters. */
  readonly shuffledProblem: Problem;
  readonly truth: Truth;
  /** As many architectures again that nobody learns from, with targets as they would be measured. */
  readonly unseen: { readonly architectures: readonly Architecture[]; readonly targets: readonly number[] };
};

/** Random architectures whose targets are a known truth and normal noise of this standard deviation. */
export function plant(
  truth: Truth,
  { seed, numRows, noise }: { seed: number; numRows: number; noise: number },
): PlantedData {
  const random = seededRandom(seed);
  const draw = (count: number): Architecture[] =>
    Array.from({ length: count }, (_, index) => drawArchitecture(String(index), random));
  const measure = (rows: readonly Architecture[]): Float64Array =>
    Float64Array.from(rows, (row) => truth(row) + noise * normal(random));
  const architectures = draw(numRows);
  const targets = measure(architectures);
  const unseenRows = draw(numRows);
  const problem = { space: plantedSpace, architectures, targets, target: "planted", datasetHash: "planted" };
  return {
    problem,
    shuffledProblem: { ...problem, targets: Float64Array.from(shuffled([...targets], random)) },
    truth,
    unseen: { architectures: unseenRows, targets: [...measure(unseenRows)] },
  };
}

function drawArchitecture(id: string, random: () => number): Architecture {
  const oneOf = (count: number): number => Math.floor(random() * count);
  const units = plantedSpace.units.map(({ lengths }) =>
    Array.from({ length: lengths[oneOf(lengths.length)] ?? 1 }, () =>
      plantedSpace.nodeFeatures.map(({ values }) => oneOf(values.length)),
    ),
  );
  return { id, units, globals: [] };
}

/** Mean truth over rows with the module put in, minus that of the same rows as they are; a sequence is all of its unit. */
export function trueEffect(
  truth: Truth,
  rows: readonly Architecture[],
  module: Module,
  fillsUnit: boolean,
): number {
  const changes = rows.flatMap((row) => {
    const unit = row.units[module.unitIndex] ?? [];
    if (!fillsUnit && module.layers.some((layer) => layer >= unit.length)) return [];
    const put = fillsUnit
      ? module.nodes
      : unit.map((node, layer) => module.nodes[module.layers.indexOf(layer)] ?? node);
    return [truth({ units: row.units.with(module.unitIndex, put) }) - truth(row)];
  });
  return mean(changes);
}
