import type { AutobuildSettings } from "./settings";
import type { TrainingRows } from "./train";

/** Changes whenever what a checkpoint holds, or what a step computes, changes. */
const VERSION = 1;

/**
 * A text that is equal for two trainings exactly when they learn the same rows with the same settings, but for
 * accidents of one in 2^64: only then may one go on where the other stopped.
 */
export function trainingKey(rows: TrainingRows, settings: AutobuildSettings): string {
  const hash = createHash();
  hash.text(JSON.stringify({ VERSION, settings, space: rows.space, memberRows: rows.memberRows ?? null }));
  hash.numbers(rows.targets);
  for (const { units, globals, edges } of rows.architectures) {
    for (const unit of units) {
      hash.numbers([unit.length]);
      for (const node of unit) hash.numbers(node);
    }
    hash.numbers(globals);
    for (const edge of edges ?? []) hash.numbers(edge);
  }
  return `training-${hash.digest()}`;
}

/** FNV-1a in two lanes of 32 bits that start apart and take bytes in opposite order. */
function createHash() {
  let [left, right] = [0x811c9dc5, 0x01000193];
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  const take = (value: number): void => {
    view.setFloat64(0, value);
    for (let index = 0; index < 8; index++) {
      left = Math.imul(left ^ (bytes[index] ?? 0), 0x01000193);
      right = Math.imul(right ^ (bytes[7 - index] ?? 0), 0x01000193);
    }
  };
  const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, "0");
  return {
    text(value: string): void {
      for (let index = 0; index < value.length; index++) take(value.charCodeAt(index));
    },
    numbers(values: ArrayLike<number>): void {
      for (let index = 0; index < values.length; index++) take(values[index] ?? 0);
    },
    digest: () => hex(left) + hex(right),
  };
}
