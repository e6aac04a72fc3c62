import type { Architecture, Node } from "../../core/architecture";
import type { Module } from "../../core/module";
import { featureValue, type SearchSpace } from "../../core/searchSpace";
import type { FeatureScore, Predictor, PredictorFile } from "../predictor";
import { completedSpace } from "./checkpointRows";
import type { CheckpointFamily } from "./releasedCheckpoint";

/**
 * A checkpoint's predictor under a dataset's own codes: what goes in is recoded by value, what comes out speaks of the
 * dataset's modules and values. The dataset's space fits (see checkpointRows.misfit).
 * @param inner the predictor in the checkpoint's space
 * @param file what the recoded predictor is stored as
 */
export function recodedPredictor(
  inner: Predictor,
  file: PredictorFile,
  family: CheckpointFamily,
  recode: (architecture: Architecture) => Architecture,
): Predictor {
  const node = nodeRecoder(completedSpace(file.space, family), inner.space);
  const toInner = (module: Module): Module => ({ ...module, nodes: module.nodes.map(node) });
  const { embedOperations } = inner;
  return {
    kind: inner.kind,
    space: file.space,
    target: inner.target,
    metrics: file.metrics,
    numHops: inner.numHops,
    predict: (architectures) => inner.predict(architectures.map(recode)),
    async scoreModules(modules) {
      const scores = await inner.scoreModules(modules.map(toInner));
      return scores.flatMap((score, index) => {
        const module = modules[index];
        return module ? [{ ...score, ...module }] : [];
      });
    },
    scoreFeatures: async () => (await inner.scoreFeatures()).filter((score) => isOf(file.space, score)),
    nodeNorms: (architecture) => inner.nodeNorms(recode(architecture)),
    ...(embedOperations && { embedOperations: (operations) => embedOperations(operations.map(node)) }),
    toFile: () => file,
    dispose: () => inner.dispose(),
  };
}

/** Codes of one node by value; a node is met many times. */
function nodeRecoder(from: SearchSpace, to: SearchSpace): (node: Node) => Node {
  const known = new Map<Node, Node>();
  return (node) => {
    const found = known.get(node);
    if (found) return found;
    const codes = to.nodeFeatures.map((feature) => {
      const index = from.nodeFeatures.findIndex(({ name }) => name === feature.name);
      const own = from.nodeFeatures[index];
      const value = own ? featureValue(own, node[index] ?? -1) : from.constants[feature.name];
      return feature.values.findIndex((candidate) => candidate === value);
    });
    known.set(node, codes);
    return codes;
  };
}

/** Whether the dataset has the feature and the value: a checkpoint also knows values that nobody here measured. */
function isOf(
  { units, nodeFeatures, globalFeatures }: SearchSpace,
  { feature, value }: FeatureScore,
): boolean {
  if (feature === "unit") return units.some(({ name }) => name === value);
  if (feature === "layer") return true;
  const own = [...nodeFeatures, ...globalFeatures].find(({ name }) => name === feature);
  return own !== undefined && (own.kind === "continuous" || own.values.includes(value));
}
