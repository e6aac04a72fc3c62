/**
 * Whether importances are those of the table or of the seed: the default predictor is fitted with several seeds, which
 * change split, first weights and order of rows, and the Spearman correlations of its scores between all pairs of
 * seeds are printed: of sequences of each length (of all units, and of the unit where they agree least), and of
 * feature values.
 *
 *   npm run bench:stability -- [--seeds 5] [--rows 300] [--tables staged,ofa]
 */
import { parseArgs } from "node:util";
import type { Module, ModuleScore } from "../lib/core/module";
import { seededRandom, shuffled } from "../lib/core/random";
import { mean, srcc } from "../lib/core/stats";
import { start } from "../lib/predictor/backend";
import { combined } from "../lib/predictor/combined";
import type { FeatureScore, Problem } from "../lib/predictor/predictor";
import { candidateSequences } from "../lib/figures/candidates";
import { readTable } from "./bench/quality/tables";

/** Sequences of one length of one unit that are scored. */
const MOST_SEQUENCES = 1_000;

type Scored = { readonly modules: readonly ModuleScore[]; readonly features: readonly FeatureScore[] };

/** Some of the sequences of every unit and length. */
const someSequences = ({ space, architectures }: Problem): Module[] =>
  space.units.flatMap(({ lengths }, unitIndex) =>
    lengths.flatMap((length) =>
      shuffled(
        candidateSequences(space, architectures, unitIndex, length).modules,
        seededRandom(unitIndex),
      ).slice(0, MOST_SEQUENCES),
    ),
  );

/** Correlations of all pairs of seeds. */
const pairwise = (scores: readonly (readonly number[])[]): number[] =>
  scores.flatMap((one, index) => scores.slice(index + 1).map((other) => srcc(one, other)));

const show = (values: readonly number[]): string =>
  `mean ${mean(values).toFixed(3)}, least ${Math.min(...values).toFixed(3)}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "5" },
      rows: { type: "string", default: "300" },
      tables: { type: "string", default: "staged,ofa" },
    },
  });
  await start("wasm");
  for (const name of values.tables.split(",")) {
    const table = await readTable(name, Number(values.rows));
    if (table === null) {
      console.log(`${name}: skipped, its file is not beside the project`);
      continue;
    }
    const { problem } = table;
    const sequences = someSequences(problem);
    const seeds: Scored[] = [];
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const predictor = await combined.fit(problem, { ...combined.defaults, seed }, {});
      seeds.push({
        modules: await predictor.scoreModules(sequences),
        features: await predictor.scoreFeatures(),
      });
      predictor.dispose();
    }
    console.log(`${name}, ${problem.targets.length} rows, ${seeds.length} seeds`);
    const ofModules = (kept: (module: Module) => boolean): number[] =>
      pairwise(seeds.map(({ modules }) => modules.filter(kept).map(({ score }) => score)));
    for (const length of new Set(sequences.map(({ nodes }) => nodes.length))) {
      const units = problem.space.units.map((_, unitIndex) =>
        mean(ofModules((module) => module.unitIndex === unitIndex && module.nodes.length === length)),
      );
      const all = ofModules(({ nodes }) => nodes.length === length);
      console.log(
        `  length ${length}: all units ${show(all)}; least unit mean ${Math.min(...units.filter(Number.isFinite)).toFixed(3)}`,
      );
    }
    const names = [...new Set(seeds[0]?.features.map(({ feature }) => feature))];
    for (const feature of names) {
      const scores = seeds.map(({ features }) =>
        features.filter((score) => score.feature === feature).map(({ score }) => score),
      );
      if ((scores[0]?.length ?? 0) > 1) console.log(`  values of ${feature}: ${show(pairwise(scores))}`);
    }
    console.log(
      `  all feature values: ${show(pairwise(seeds.map(({ features }) => features.map(({ score }) => score))))}`,
    );
  }
}

await main();
