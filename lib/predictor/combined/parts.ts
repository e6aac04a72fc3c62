import { moduleKey, type Module } from "../../core/module";
import type { Embedded } from "./embedModules";
import { createReadOutSolver, readOutValue, type ReadOut, type ReadOutSolver } from "./readOut";

/** Embeds modules of the space; the same module always gives the same numbers. */
export type Embed = (modules: readonly Module[]) => Promise<readonly Embedded[]>;

/** What one read-out is fitted on. */
export type Part = {
  readonly unitIndex: number;
  /** Architectures that hold such a module, ascending. */
  readonly rows: readonly number[];
  /** [rows, numInputs]: the embedding there, or the sum where an architecture holds several such modules */
  readonly inputs: Float32Array;
  readonly solver: ReadOutSolver;
};

/**
 * Modules of architectures, sorted by what reads them.
 * @param modules of each architecture
 */
export async function collectParts(
  modules: readonly (readonly Module[])[],
  keyOf: (module: Module, hop: number) => string,
  embed: Embed,
  beforeStep: () => Promise<void>,
): Promise<Map<string, Part>> {
  const distinct = new Map<string, Module>();
  const keys = modules.map((list) =>
    list.map((module) => {
      const key = moduleKey(module);
      distinct.set(key, module);
      return key;
    }),
  );
  const embedded = await embed([...distinct.values()]);
  const byKey = new Map([...distinct.keys()].map((key, index) => [key, embedded[index]]));

  const sums = new Map<string, { unitIndex: number; byRow: Map<number, Float32Array> }>();
  modules.forEach((list, row) =>
    list.forEach((module, index) => {
      const of = byKey.get(keys[row]?.[index] ?? "");
      if (of === undefined) return;
      const key = keyOf(module, of.hop);
      const sum = sums.get(key) ?? { unitIndex: module.unitIndex, byRow: new Map<number, Float32Array>() };
      sums.set(key, sum);
      const before = sum.byRow.get(row);
      sum.byRow.set(row, before ? before.map((value, at) => value + (of.values[at] as number)) : of.values);
    }),
  );
  const parts = new Map<string, Part>();
  for (const [key, { unitIndex, byRow }] of sums) {
    await beforeStep();
    const numInputs = [...byRow.values()][0]?.length ?? 0;
    const inputs = new Float32Array(byRow.size * numInputs);
    [...byRow.values()].forEach((values, index) => inputs.set(values, index * numInputs));
    const solver = createReadOutSolver(inputs, numInputs);
    parts.set(key, { unitIndex, rows: [...byRow.keys()], inputs, solver });
  }
  return parts;
}

/** Adds a share of what a read-out says of its part to the architectures that hold it, output by output. */
export function addValues(into: readonly Float64Array[], part: Part, readOut: ReadOut, share: number): void {
  into.forEach((values, output) =>
    part.rows.forEach((row, index) => {
      values[row] =
        (values[row] as number) +
        share * readOutValue(readOut, output, part.inputs, index * readOut.numInputs);
    }),
  );
}
