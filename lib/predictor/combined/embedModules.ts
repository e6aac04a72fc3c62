import { isGlobalsModule, type Module } from "../../core/module";
import type { SearchSpace } from "../../core/searchSpace";
import { readModuleEmbeddings } from "../autobuild/evaluate";
import { moduleRows } from "../autobuild/moduleRows";
import type { NetworkTensors } from "../autobuild/trainedNetwork";
import { encodeGlobals } from "./encodeGlobals";

/** A module's embeddings at the hop that sees all of it, those of all members one behind the other. */
export type Embedded = {
  readonly hop: number;
  /** shape [members * width of the hop + 1]; the last is 1, so that a sum of embeddings knows how many it holds */
  readonly values: Float32Array;
};

/** Modules embedded at once. */
const MOST_MODULES = 40_000;

/**
 * Features of the whole architecture have no node of their own to embed: they stand as they are.
 * @param globals features of the whole architecture under which other modules are looked at
 */
export async function embedModules(
  network: NetworkTensors,
  space: SearchSpace,
  modules: readonly Module[],
  globals: readonly number[],
  beforeChunk: () => Promise<void>,
): Promise<Embedded[]> {
  const { members, numLayers } = network.settings;
  const embedded: Embedded[] = [];
  for (let start = 0; start < modules.length; start += MOST_MODULES) {
    await beforeChunk();
    const some = modules.slice(start, start + MOST_MODULES);
    const inUnits = some.filter((module) => !isGlobalsModule(module));
    const rows = moduleRows(space, inUnits, globals, numLayers);
    const hops = await readModuleEmbeddings(network, rows);
    let next = 0;
    for (const module of some) {
      if (isGlobalsModule(module)) {
        embedded.push({ hop: 0, values: encodeGlobals(space, module.nodes[0] ?? []) });
        continue;
      }
      const { row = 0, hop = -1 } = rows.roots[next++] ?? {};
      const layer = hops[hop];
      if (layer === undefined) throw new RangeError("A module without nodes has no embedding.");
      const { width } = layer;
      const numRows = layer.values.length / width / members;
      const values = new Float32Array(members * width + 1).fill(1);
      for (let member = 0; member < members; member++) {
        const from = (member * numRows + row) * width;
        values.set(layer.values.subarray(from, from + width), member * width);
      }
      embedded.push({ hop, values });
    }
  }
  return embedded;
}
