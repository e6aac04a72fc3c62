import type { Architecture } from "@/lib/core/architecture";
import { autobuildPredictor, type Fitted } from "@/lib/predictor/autobuild/autobuildPredictor";
import {
  checkpointFamily,
  checkpointFile,
  checkpointSpace,
  readCheckpoint,
  type StateDict,
} from "@/lib/predictor/autobuild/releasedCheckpoint";
import type { Predictor } from "@/lib/predictor/predictor";
import type { Reader } from "./check";

/** The networks whose numbers are known: four published ones, and one trained by the published script. */
export const NETWORKS = [
  "mbv3_acc",
  "mbv3_latency_cpu",
  "mbv3_latency_gpu",
  "mbv3_latency_npu",
  "trained_gatv2_mbv3_acc",
] as const;

export const weightsFile = (name: string): string => `weights/${name}.json`;

export type WeightsFile = {
  readonly config: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
  >;
};

/** Weights are rounded to float32 after parsing, as the reference demands. */
export const stateDict = (tensors: WeightsFile["tensors"]): StateDict =>
  Object.fromEntries(
    Object.entries(tensors).map(([key, { shape, values }]) => [
      key,
      { shape, data: Float32Array.from(values) },
    ]),
  );

export function readNetwork(read: Reader, name: string): Fitted {
  const { config, tensors } = read<WeightsFile>(weightsFile(name));
  return readCheckpoint(stateDict(tensors), config, checkpointSpace(checkpointFamily(config)));
}

/** A predictor of the network, with what the moments replace. */
export function openNetwork(
  read: Reader,
  name: string,
  moments: Partial<Pick<Fitted, "hopMoments" | "unitMoments">> = {},
): Predictor {
  const { config, tensors } = read<WeightsFile>(weightsFile(name));
  return autobuildPredictor(
    { ...readNetwork(read, name), ...moments },
    checkpointFile(stateDict(tensors), config),
  );
}

const EXPAND = ["3", "4", "6"];
const KERNEL = ["3", "5", "7"];

/** `mbconv3_e6_k5` in the codes of checkpointSpace. */
export function blockCodes(block: string): number[] {
  const [, operation, expand, kernel] = /^mbconv(\d)_e(\d)_k(\d)$/.exec(block) ?? [];
  return [Number(operation) - 2, EXPAND.indexOf(expand ?? ""), KERNEL.indexOf(kernel ?? "")];
}

export const architectureOf = (
  id: string,
  units: readonly (readonly string[])[],
  resolution = 224,
): Architecture => ({
  id,
  units: units.map((unit) => unit.map(blockCodes)),
  globals: [resolution],
});
