import { sequenceModule, type Module, type ModuleScore } from "@/lib/core/module";
import { mean, standardDeviation } from "@/lib/core/stats";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { disposeBatches, evaluationBatches, readNodeNorms } from "@/lib/predictor/autobuild/evaluate";
import { hopMoments, unitMoments, type Moments } from "@/lib/predictor/autobuild/moments";
import { checkpointSpace } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { disposeNetwork, networkTensors } from "@/lib/predictor/autobuild/trainedNetwork";
import { largestDifference, type Check, type Differences } from "./check";
import { architectureOf, blockCodes, NETWORKS, openNetwork, readNetwork, weightsFile } from "./networks";

const VARIANTS = ["A_as_released", "B_refitted_moments"] as const;
type Variant = (typeof VARIANTS)[number];

type Ranked = { readonly score: number; readonly layers: number; readonly config: readonly string[] };
type Spread = { readonly mean: number; readonly std_pop: number };
type UnitsGolden = {
  readonly target: string;
  /** Means and deviations of the hops. */
  readonly hop_moments: Readonly<Record<Variant, readonly [number[], number[]]>>;
  /** [units][hops] of [mean, deviation] */
  readonly moment_tsr: Readonly<Record<Variant, readonly (readonly [number, number][])[]>>;
  readonly units: Readonly<
    Record<
      string,
      {
        readonly count: number;
        readonly by_layers: Readonly<
          Record<string, { count: number } & Record<Variant, Spread & { min: number; max: number }>>
        >;
      } & Record<
        Variant,
        Spread & {
          sum: number;
          top50: readonly Ranked[];
          bottom10: readonly Ranked[];
          sample40: readonly Ranked[];
        }
      >
    >
  >;
  readonly total_count: number;
};
type Dataset = {
  readonly architectures: readonly {
    readonly id: string;
    readonly units: string[][];
    readonly metrics: Readonly<Record<string, number>>;
  }[];
};

const DATASET = "datasets/ofa_mbv3_pseudo.json";
const space = checkpointSpace("mbv3");
const unitsFile = (name: string): string => `golden/units_${name}.json`;

/** The nine blocks of MobileNetV3; the other operation belongs to ProxylessNAS. */
const blocks = [0, 1, 2].flatMap((expand) => [0, 1, 2].map((kernel) => [1, expand, kernel]));

/** All 36,855 sequences, by unit, then length, then block, e outer and k inner (ALGORITHM section 7). */
const allSequences = (): Module[] =>
  space.units.flatMap(({ lengths }, unitIndex) =>
    lengths.flatMap((length) => {
      let sequences: number[][][] = [[]];
      for (let layer = 0; layer < length; layer++)
        sequences = sequences.flatMap((sequence) => blocks.map((block) => [...sequence, block]));
      return sequences.map((nodes) => sequenceModule(unitIndex, nodes));
    }),
  );

function momentsOf({ hop_moments, moment_tsr }: UnitsGolden, variant: Variant) {
  const [means, deviations] = hop_moments[variant];
  const pair = (of: readonly [number, number]): Moments => ({ mean: of[0], deviation: of[1] });
  return {
    hopMoments: [means.map((of, hop) => ({ mean: of, deviation: deviations[hop] ?? Number.NaN }))],
    unitMoments: moment_tsr[variant].map((unit) => unit.map(pair)),
  };
}

/** The listed sequences only, as they are scored one by one. */
async function listed(
  score: (modules: readonly Module[]) => Promise<ModuleScore[]>,
  golden: UnitsGolden,
  variant: Variant,
): Promise<Differences> {
  const all = Object.entries(golden.units).flatMap(([unit, of]) =>
    [...of[variant].top50, ...of[variant].bottom10, ...of[variant].sample40].map((one) => ({
      expected: one.score,
      module: sequenceModule(Number(unit) - 1, one.config.map(blockCodes)),
    })),
  );
  const scores = await score(all.map(({ module }) => module));
  return {
    listed: largestDifference(
      scores.map((of) => of.score),
      all.map((of) => of.expected),
    ),
  };
}

/** Every unit as a whole: counts, means, deviations, extremes by length, and both ends of the ranking. */
function ofUnit(
  scores: readonly ModuleScore[],
  golden: UnitsGolden["units"][string],
  variant: Variant,
): Differences {
  const sorted = scores.map(({ score }) => score).sort((a, b) => b - a);
  const whole = golden[variant];
  const lengths = Object.entries(golden.by_layers).flatMap(([length, of]) => {
    const some = scores.filter(({ nodes }) => nodes.length === Number(length)).map(({ score }) => score);
    const { mean: centre, std_pop, min, max } = of[variant];
    return [
      [some.length, of.count],
      [mean(some), centre],
      [standardDeviation(some), std_pop],
      [Math.min(...some), min],
      [Math.max(...some), max],
    ] as const;
  });
  return {
    count: largestDifference([sorted.length], [golden.count]),
    whole: largestDifference(
      [mean(sorted), standardDeviation(sorted), mean(sorted) * sorted.length],
      [whole.mean, whole.std_pop, whole.sum],
    ),
    lengths: largestDifference(
      lengths.map(([actual]) => actual),
      lengths.map(([, expected]) => expected),
    ),
    top50: largestDifference(
      sorted.slice(0, 50),
      whole.top50.map(({ score }) => score),
    ),
    bottom10: largestDifference(
      sorted.slice(-10),
      whole.bottom10.map(({ score }) => score),
    ),
  };
}

export const unitChecks: Check[] = NETWORKS.flatMap((name) =>
  VARIANTS.map((variant): Check => ({
    name: `${name}: scores of all 36,855 sequences, ${variant}`,
    files: [weightsFile(name), unitsFile(name)],
    // The published networks are four times as wide as the one trained for the reference.
    slowOn: name.startsWith("trained") ? [] : ["cpu"],
    async run(read) {
      const golden = read<UnitsGolden>(unitsFile(name));
      const predictor = openNetwork(read, name, momentsOf(golden, variant));
      try {
        const scores = await predictor.scoreModules(allSequences());
        const units = Object.entries(golden.units).flatMap(([unit, of]) => {
          const some = scores.filter(({ unitIndex }) => unitIndex === Number(unit) - 1);
          return Object.entries(ofUnit(some, of, variant)).map(([what, difference]) => [
            `unit ${unit} ${what}`,
            difference,
          ]);
        });
        return {
          total: largestDifference([scores.length], [golden.total_count]),
          ...Object.fromEntries(units),
          ...(await listed((modules) => predictor.scoreModules(modules), golden, variant)),
        };
      } finally {
        predictor.dispose();
      }
    },
  })),
);

/** Variant B: both kinds of moments, fitted to the 3,000 networks by our own code. */
export const momentChecks: Check[] = NETWORKS.map((name) => ({
  name: `${name}: moments refitted to 3,000 networks`,
  files: [weightsFile(name), unitsFile(name), DATASET],
  slowOn: ["cpu", "webgl"],
  async run(read) {
    const golden = read<UnitsGolden>(unitsFile(name));
    const rows = read<Dataset>(DATASET).architectures;
    const architectures = rows.map(({ id, units }) => architectureOf(id, units));
    const { settings, network } = readNetwork(read, name);
    const tensors = networkTensors(network, columnsOf(space), settings);
    const batches = evaluationBatches(architectures, space, columnsOf(space), settings);
    try {
      const [norms = []] = await readNodeNorms(tensors, batches);
      const hops = norms.map(hopMoments);
      const [means, deviations] = golden.hop_moments.B_refitted_moments;
      const units = unitMoments(
        space,
        architectures,
        rows.map(({ metrics }) => metrics[golden.target] ?? Number.NaN),
      );
      const known = golden.moment_tsr.B_refitted_moments.flatMap((unit) => unit.flat());
      return {
        hopMeans: largestDifference(
          hops.map((of) => of.mean),
          means,
        ),
        hopDeviations: largestDifference(
          hops.map((of) => of.deviation),
          deviations,
        ),
        units: largestDifference(
          units.flatMap((unit) => unit.flatMap((of) => [of.mean, of.deviation])),
          known,
        ),
      };
    } finally {
      disposeNetwork(tensors);
      disposeBatches(batches);
    }
  },
}));
