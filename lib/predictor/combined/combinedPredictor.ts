import { numNodes, type Architecture } from "../../core/architecture";
import type { Module, ModuleScore } from "../../core/module";
import { architectureOf, isWholeArchitecture } from "../../core/cover";
import { countSupport } from "../../core/moduleSupport";
import type { SearchSpace } from "../../core/searchSpace";
import type { NetworkSettings } from "../autobuild/settings";
import { columnsOf } from "../autobuild/columns";
import { embedOperations } from "../autobuild/embedOperations";
import { fillsUnit } from "../autobuild/modulePlan";
import {
  networkTensors,
  disposeNetwork,
  type NetworkTensors,
  type TrainedNetwork,
} from "../autobuild/trainedNetwork";
import { typicalGlobals } from "../autobuild/typicalGlobals";
import type { Encoder } from "../moduleGp/encoder";
import type { Fitted } from "../moduleGp/fitProcess";
import { sideBySide } from "../operationEmbeddings";
import type { Interval, Predictor, PredictorFile } from "../predictor";
import { ensembleMean, memberLatents, processBelief, weighted, type Weights } from "./beliefs";
import { embedModules } from "./embedModules";
import { scoreFeatures } from "./featureScores";
import { jackknifeInterval } from "../jackknife";
import { createModulesByRoot } from "./partialModules";
import { readOutValue } from "./readOut";
import { readOutOf, type ScoreTable } from "./scoreTable";
import { validationError } from "../validationError";

/** What a combined predictor is made of besides its file's plain fields. */
export type Combined = {
  readonly settings: NetworkSettings;
  readonly network: TrainedNetwork;
  readonly encoder: Encoder;
  readonly process: Fitted;
  readonly weights: Weights;
  /** Half-width of the 90 % interval of predictions, in standard deviations of the process. */
  readonly reach: number;
  readonly table: ScoreTable;
};

/**
 * The face over a fitted combination. Predictions are the weighted mean of the network's ensemble and the process;
 * scores of modules are read out of the network's embeddings at the hop that sees all of the module, and add up to
 * predictions (see scoreTable.ts). Both have intervals: predictions one that was calibrated on the validation folds,
 * scores the jackknife's over the members, or what validation rows show modules to be off by where that is wider.
 */
export function combinedPredictor(combined: Combined, file: PredictorFile): Predictor {
  const { space, labelled } = file;
  const { scale } = combined.process;
  const network = networkTensors(combined.network, columnsOf(space), combined.settings);
  const numHops = combined.settings.numLayers + 1;
  const score = createModuleReader(combined, file, network);
  const errorOf = validationError(file, scale, combined.settings.members);

  const globals = typicalGlobals(space, labelled.architectures);

  /** @param withNoise of a measurement; without it, of what many measurements would come to */
  const predict = async (architectures: readonly Architecture[], withNoise: boolean): Promise<Interval[]> => {
    if (architectures.length === 0) return [];
    const beliefs = architectures.map((architecture) =>
      processBelief(combined.encoder, combined.process, architecture, withNoise),
    );
    const latents = weighted(
      combined.weights,
      ensembleMean(await memberLatents(network, space, architectures)),
      Float64Array.from(beliefs, ({ latent }) => latent),
    );
    return beliefs.map(({ deviation }, row) =>
      interval(latents[row] as number, combined.reach * deviation, scale.toTarget),
    );
  };

  const scoreModules = async (modules: readonly Module[]): Promise<ModuleScore[]> => {
    const support = countSupport(space, labelled.architectures, modules, (module) =>
      fillsUnit(space, module),
    );
    const read = await score(modules);
    const wholes = modules.flatMap((module) =>
      isWholeArchitecture(space, module) ? architectureOf(module, globals) : [],
    );
    const predicted = await predict(wholes, false);
    let next = 0;
    return modules.map((module, index) => {
      const { hop, values } = read[index] as Read;
      const { value, low, high } = isWholeArchitecture(space, module)
        ? (predicted[next++] as Interval)
        : jackknifeInterval(values, scale.toTarget, errorOf(module));
      return { ...module, hop, score: value, low, high, support: support[index] ?? 0 };
    });
  };

  return {
    kind: file.kind,
    space,
    target: file.target,
    metrics: file.metrics,
    numHops,
    predict: (architectures) => predict(architectures, true),
    scoreModules,
    scoreFeatures: () => scoreFeatures(space, labelled.architectures, score, scale.toTarget),
    nodeNorms: (architecture) => nodeScores(space, architecture, numHops, score, scale.toTarget),
    embedOperations: async (operations) => sideBySide(await embedOperations(network, space, operations)),
    toFile: () => file,
    dispose: () => disposeNetwork(network),
  };
}

const interval = (latent: number, half: number, toTarget: (latent: number) => number): Interval => ({
  value: toTarget(latent),
  low: toTarget(latent - half),
  high: toTarget(latent + half),
});

/** What the read-outs say of a module on the latent scale: the whole predictor's value first, then each member's. */
export type Read = { readonly hop: number; readonly values: Float64Array };
export type ModuleReader = (modules: readonly Module[]) => Promise<Read[]>;

/** Reads modules out of their embeddings. One that no varied architecture had a like of says only what all have in common. */
export function createModuleReader(
  { table }: Pick<Combined, "table">,
  { space, labelled }: Pick<PredictorFile, "space" | "labelled">,
  network: NetworkTensors,
): ModuleReader {
  const globals = typicalGlobals(space, labelled.architectures);
  return async (modules) => {
    const embedded = await embedModules(network, space, modules, globals, async () => {});
    return embedded.map(({ hop, values }, index) => {
      const readOut = readOutOf(table, modules[index] as Module, hop);
      const read = table.centre.map(
        (centre, output) => centre + (readOut ? readOutValue(readOut, output, values, 0) : 0),
      );
      return { hop, values: read };
    });
  };
}

/** Shape [numHops][numNodes]: the score, in units of the target, of each node with what stands before it up to a hop. */
async function nodeScores(
  space: SearchSpace,
  architecture: Architecture,
  numHops: number,
  score: ModuleReader,
  toTarget: (latent: number) => number,
): Promise<number[][]> {
  const moduleAt = createModulesByRoot(space, architecture);
  const hops: number[][] = [];
  for (let hop = 0; hop < numHops; hop++) {
    const reach = space.structure === "flat" ? 0 : hop;
    const modules = Array.from({ length: numNodes(architecture) }, (_, root) => moduleAt(root, reach));
    hops.push((await score(modules)).map(({ values }) => toTarget(values[0] ?? 0)));
  }
  return hops;
}
