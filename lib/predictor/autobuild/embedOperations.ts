import type { Node } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import { readModuleEmbeddings } from "./evaluate";
import { moduleRows } from "./moduleRows";
import type { NetworkTensors } from "./trainedNetwork";

/**
 * Hop-0 embeddings of operations, shape [members][operations] of one number a feature of nodes. Of a node's whole
 * hop-0 embedding these are the numbers that its operation decides: unit, layer and features of the whole
 * architecture have numbers of their own (ALGORITHM section 2), equal for all operations at one place. They cancel in every difference,
 * so that two operations are equally far apart wherever they stand, and no average over places is needed.
 * @param operations codes of `space.nodeFeatures`
 */
export async function embedOperations(
  network: NetworkTensors,
  space: SearchSpace,
  operations: readonly Node[],
): Promise<Float64Array[][]> {
  const { columns, settings } = network;
  const own = columns.all.flatMap(({ from }, index) => (from === "node" ? [index] : []));
  const anywhere = operations.map((node) => ({ unitIndex: 0, layers: [0], nodes: [node] }));
  const globals = space.globalFeatures.map(() => 0);
  const rows = moduleRows(space, anywhere, globals, 0);
  const [first] = operations.length === 0 ? [] : await readModuleEmbeddings(network, rows);
  return Array.from({ length: settings.members }, (_, member) =>
    rows.roots.map(({ row }) => {
      const at = (member * rows.nodes.length + row) * (first?.width ?? 0);
      return Float64Array.from(own, (column) => first?.values[at + column] ?? NaN);
    }),
  );
}
