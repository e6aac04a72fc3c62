import { numNodes } from "../../core/architecture";
import type { Module } from "../../core/module";
import { rankAgreement } from "../../core/stats";
import type { SearchSpace } from "../../core/searchSpace";
import type { ModuleReader } from "./combinedPredictor";
import { createModulesByRoot } from "./partialModules";
import type { Rows } from "../holdOut";

/** Test rows that the scores of every node are added up for. */
export const MOST_HOP_ROWS = 200;

/**
 * How well scores of each hop rank test rows on their own: SRCC of the sum over all nodes, each with what stands
 * before it up to that hop. What the published method asks of graph norms.
 */
export async function measureHops(
  space: SearchSpace,
  { architectures, targets }: Rows,
  numHops: number,
  score: ModuleReader,
): Promise<number[]> {
  const rows = architectures.slice(0, MOST_HOP_ROWS);
  const hops: number[] = [];
  for (let hop = 0; hop < numHops; hop++) {
    const reach = space.structure === "flat" ? 0 : hop;
    const modules: Module[] = [];
    const owners: number[] = [];
    rows.forEach((architecture, row) => {
      const moduleAt = createModulesByRoot(space, architecture);
      for (let root = 0; root < numNodes(architecture); root++) {
        modules.push(moduleAt(root, reach));
        owners.push(row);
      }
    });
    const sums = new Float64Array(rows.length);
    (await score(modules)).forEach(({ values }, index) => {
      const row = owners[index] as number;
      sums[row] = (sums[row] as number) + (values[0] as number);
    });
    hops.push(rankAgreement(sums, targets.slice(0, rows.length)));
  }
  return hops;
}
