import type { Architecture } from "../../core/architecture";
import type { Module, ModuleScore } from "../../core/module";
import { countSupport } from "../../core/moduleSupport";
import type { FeatureScore, Interval, Predictor, PredictorFile } from "../predictor";
import { sideBySide } from "../operationEmbeddings";
import type { Columns } from "./columns";
import { embedOperations } from "./embedOperations";
import {
  disposeBatches,
  evaluationBatches,
  readGraphs,
  readInChunks,
  readModuleNorms,
  readNodeNorms,
} from "./evaluate";
import { scoreColumns } from "./featureScores";
import { memberInterval, unexplained } from "./interval";
import { importance, type Moments } from "./moments";
import { fillsUnit } from "./modulePlan";
import { moduleRows } from "./moduleRows";
import type { NetworkSettings } from "./settings";
import { typicalGlobals } from "./typicalGlobals";
import { disposeNetwork, networkTensors, type TrainedNetwork } from "./trainedNetwork";

/** Everything a fitted AutoBuild knows besides its file's plain fields. */
export type Fitted = {
  readonly columns: Columns;
  readonly settings: NetworkSettings;
  readonly network: TrainedNetwork;
  /** Of the training targets; outputs are standardised by it. */
  readonly standard: Moments;
  /** [members][hops] */
  readonly hopMoments: readonly (readonly Moments[])[];
  /** [units][length - 1] */
  readonly unitMoments: readonly (readonly Moments[])[];
  /** Of all training targets, for modules that do not fill their unit. */
  readonly allTargets: Moments;
  /** Half-width of the 90 % interval of predictions. */
  readonly reach: number;
};

/** Modules embedded at once. */
const MOST_MODULES = 40_000;

/**
 * The predictor's face over a fitted network. Predictions have a conformal interval. Scores of modules and features
 * are means over members with the members' spread; with one member a module's interval is what the hop's held-out
 * correlation leaves open (see `unexplained`), and a feature's has no width, since nothing is known of it.
 */
export function autobuildPredictor(fitted: Fitted, file: PredictorFile): Predictor {
  const { columns, settings, standard } = fitted;
  const { space, metrics, labelled } = file;
  const network = networkTensors(fitted.network, columns, settings);
  const globals = typicalGlobals(space, labelled.architectures);
  const whole = (module: Module): boolean => fillsUnit(space, module);

  const targetsOf = (module: Module): Moments =>
    (whole(module) ? fitted.unitMoments[module.unitIndex]?.[module.layers.length - 1] : undefined) ??
    fitted.allTargets;

  async function scoreSome(modules: readonly Module[]): Promise<(Interval & { hop: number })[]> {
    const rows = moduleRows(space, modules, globals, settings.numLayers);
    const norms = await readModuleNorms(network, rows);
    return modules.map((module, index) => {
      const root = rows.roots[index];
      if (root === undefined) throw new RangeError("A module without nodes has no score.");
      const targets = targetsOf(module);
      const scores = fitted.hopMoments.map((hops, member) => {
        const ofHop = norms[root.hop] ?? new Float32Array();
        const norm = ofHop[member * (ofHop.length / settings.members) + root.row] as number;
        return importance(norm, hops[root.hop] as Moments, targets);
      });
      const alone = unexplained(targets.deviation, metrics.hopSrcc[root.hop] ?? 0);
      return { ...memberInterval(scores, alone), hop: root.hop };
    });
  }

  return {
    kind: file.kind,
    space,
    target: file.target,
    metrics,
    numHops: settings.numLayers + 1,
    async predict(architectures) {
      const outputs = await predictRows(architectures);
      return outputs.map((value) => ({ value, low: value - fitted.reach, high: value + fitted.reach }));
    },
    async scoreModules(modules): Promise<ModuleScore[]> {
      const support = countSupport(space, labelled.architectures, modules, whole);
      const scored: ModuleScore[] = [];
      for (let start = 0; start < modules.length; start += MOST_MODULES) {
        const some = modules.slice(start, start + MOST_MODULES);
        (await scoreSome(some)).forEach(({ value, low, high, hop }, index) => {
          const module = some[index] as Module;
          scored.push({ ...module, hop, score: value, low, high, support: support[start + index] ?? 0 });
        });
      }
      return scored;
    },
    scoreFeatures: (): Promise<FeatureScore[]> => scoreColumns(network, labelled.architectures),
    async nodeNorms(architecture) {
      const batches = evaluationBatches([architecture], space, columns, settings);
      try {
        const members = await readNodeNorms(network, batches);
        return meanOverMembers(members);
      } finally {
        disposeBatches(batches);
      }
    },
    embedOperations: async (operations) => sideBySide(await embedOperations(network, space, operations)),
    toFile: () => file,
    dispose: () => disposeNetwork(network),
  };

  async function predictRows(architectures: readonly Architecture[]): Promise<number[]> {
    const readings = await readInChunks(architectures, space, network, (batches) =>
      readGraphs(network, batches),
    );
    return readings.flatMap(({ outputs }) =>
      Array.from(outputs[0] ?? [], (_, row) => {
        const sum = outputs.reduce((total, member) => total + (member[row] as number), 0);
        return (sum / outputs.length) * standard.deviation + standard.mean;
      }),
    );
  }
}

const meanOverMembers = (members: readonly (readonly (readonly number[])[])[]): number[][] =>
  (members[0] ?? []).map((hop, hopIndex) =>
    hop.map(
      (_, node) => members.reduce((sum, hops) => sum + (hops[hopIndex]?.[node] ?? 0), 0) / members.length,
    ),
  );
