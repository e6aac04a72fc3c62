import { readFileSync } from "node:fs";
import { isPlainRecord, NumberArray, readPickle, readTorchCheckpoint } from "@/lib/core/pickle";
import { sharedPath } from "../shared";
import type { Check, Reader } from "./checks/check";
import { weightsFile, type NETWORKS, type WeightsFile } from "./checks/networks";

const parsed = new Map<string, unknown>();

/** A file of reference numbers (see its README for how they came about), or null where it is absent. */
export function reference<Content>(relative: string): Content | null {
  if (!parsed.has(relative)) parsed.set(relative, publishedWeights(relative) ?? jsonOf(relative));
  return parsed.get(relative) as Content | null;
}

/** The same for checks, which run only where their files are. */
export const reader: Reader = <Content>(file: string): Content => {
  const content = reference<Content>(file);
  if (content === null) throw new Error(`${file} is absent.`);
  return content;
};

export const hasFiles = ({ files }: Pick<Check, "files">): boolean =>
  files.every((file) => reference(file) !== null);

function jsonOf(relative: string): unknown {
  const path = sharedPath(`reference/${relative}`);
  return path === null ? null : JSON.parse(readFileSync(path, "utf8"));
}

/** Two networks have no JSON of their weights: their numbers come from the files that the authors published. */
const ONLY_PUBLISHED: readonly (typeof NETWORKS)[number][] = ["mbv3_latency_cpu", "mbv3_latency_npu"];

function publishedWeights(relative: string): WeightsFile | null {
  const name = ONLY_PUBLISHED.find((network) => weightsFile(network) === relative);
  if (name === undefined) return null;
  const target = name.replace("mbv3_", "");
  const stem = `reference/checkpoints/minMAE_ofa_${name}_custom_${target}_GraphConv_sum_directed_srcc1`;
  const [weights, settings] = [sharedPath(`${stem}_predictor.pt`), sharedPath(`${stem}_config.pkl`)];
  if (weights === null || settings === null) return null;
  const [state, config] = [readTorchCheckpoint(readFileSync(weights)), readPickle(readFileSync(settings))];
  if (!isPlainRecord(state) || !isPlainRecord(config)) throw new Error(`${stem} holds no state dict.`);
  const tensors = Object.entries(state).flatMap(([key, tensor]) =>
    tensor instanceof NumberArray
      ? [[key, { shape: tensor.shape, values: Array.from(tensor.data) }] as const]
      : [],
  );
  return { config, tensors: Object.fromEntries(tensors) };
}
