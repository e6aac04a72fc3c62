/** Speed of training and scoring per backend of Node: `tsx scripts/bench.ts [file.json] [epochs] [learning rate]`. */
import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { sequenceModule, type Module } from "../lib/core/module";
import { predictorKind } from "../lib/core/predictorKinds";
import { enumerateOperations, type SearchSpace } from "../lib/core/searchSpace";
import { start } from "../lib/predictor/backend";
import type { Backend, Problem } from "../lib/predictor/predictor";
import { fitPredictor } from "../lib/predictor/registry";

const [file = "../shared/reference/datasets/ofa_mbv3_pseudo.json", epochs = "30", learningRate = "0.001"] =
  process.argv.slice(2);
const EXPAND = [3, 4, 6];
const KERNEL = [3, 5, 7];
const WANTED_SRCC = 0.985;

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

type Row = { id: string; units: string[][]; metrics: { acc: number } };

function readProblem(): Problem {
  const { architectures } = JSON.parse(readFileSync(file, "utf8")) as { architectures: Row[] };
  const codes = (block: string): number[] => {
    const [, expand, kernel] = /_e(\d)_k(\d)$/.exec(block) ?? [];
    return [EXPAND.indexOf(Number(expand)), KERNEL.indexOf(Number(kernel))];
  };
  return {
    space,
    architectures: architectures.map(({ id, units }) => ({
      id,
      units: units.map((unit) => unit.map(codes)),
      globals: [],
    })),
    targets: Float64Array.from(architectures, ({ metrics }) => metrics.acc),
    target: "acc",
    datasetHash: "bench",
  };
}

function allSequences(): Module[] {
  const operations = enumerateOperations(space) ?? [];
  return space.units.flatMap((unit, unitIndex) =>
    unit.lengths.flatMap((length) => {
      let sequences: number[][][] = [[]];
      for (let layer = 0; layer < length; layer++)
        sequences = sequences.flatMap((sequence) =>
          operations.map((operation) => [...sequence, [...operation]]),
        );
      return sequences.map((nodes) => sequenceModule(unitIndex, nodes));
    }),
  );
}

const cpuSeconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** CPU seconds, since other work on the machine stretches the wall's. */
async function bench(backend: Backend, problem: Problem): Promise<Record<string, unknown>> {
  await start(backend);
  const began = process.cpuUsage();
  let secondsToSrcc: number | null = null;
  let peakBytes = 0;
  const defaults = predictorKind("autobuild")?.defaults;
  if (defaults === undefined) throw new Error("The kind autobuild is gone.");
  const predictor = await fitPredictor(
    problem,
    { ...defaults, epochs: Number(epochs), learningRate: Number(learningRate) },
    {
      now: () => performance.now() / 1000,
      onProgress: ({ srcc }) => {
        if (srcc >= WANTED_SRCC) secondsToSrcc ??= cpuSeconds(began);
        peakBytes = Math.max(peakBytes, tf.memory().numBytes);
      },
    },
  );
  const secondsPerEpoch = cpuSeconds(began) / Number(epochs);
  const modules = allSequences();
  const scoring = process.cpuUsage();
  await predictor.scoreModules(modules);
  const result = {
    backend,
    secondsPerEpoch,
    secondsToSrcc,
    srcc: predictor.metrics.srcc,
    sequences: modules.length,
    secondsToScore: cpuSeconds(scoring),
    tensorMegabytesBetweenEpochs: peakBytes / 2 ** 20,
  };
  predictor.dispose();
  return result;
}

const problem = readProblem();
for (const backend of ["wasm", "cpu"] as const) {
  // The plain CPU backend is some twenty times slower: three epochs on a tenth of the rows say enough.
  const some =
    backend === "cpu"
      ? {
          ...problem,
          architectures: problem.architectures.slice(0, 300),
          targets: problem.targets.slice(0, 300),
        }
      : problem;
  console.log(JSON.stringify(await bench(backend, some)));
}
