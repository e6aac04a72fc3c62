import { readFileSync } from "node:fs";
import type { Architecture } from "@/lib/core/architecture";
import type { StateDict } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { sharedPath } from "../shared";

/** A file of reference numbers (see its README for how they came about), or null where it is absent. */
export function reference<Content>(relative: string): Content | null {
  const path = sharedPath(`reference/${relative}`);
  return path === null ? null : (JSON.parse(readFileSync(path, "utf8")) as Content);
}

export type WeightsFile = {
  readonly config: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<Record<string, { shape: number[]; values: number[] }>>;
};

/** Weights are rounded to float32 after parsing, as the reference demands. */
export const stateDict = (tensors: WeightsFile["tensors"]): StateDict =>
  Object.fromEntries(
    Object.entries(tensors).map(([key, { shape, values }]) => [
      key,
      { shape, data: Float32Array.from(values) },
    ]),
  );

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

/** Largest relative difference of two equally long lists. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Array.from(
    expected,
    (value, index) => Math.abs((actual[index] as number) - value) / Math.max(Math.abs(value), 1e-12),
  ).reduce((most, difference) => Math.max(most, difference), 0);
}
