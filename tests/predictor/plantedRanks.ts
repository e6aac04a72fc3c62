import { enumerateOperations } from "@/lib/core/searchSpace";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { rankTies, type RankTie } from "@/lib/figures/trust/rankTies";
import type { Predictor } from "@/lib/predictor/predictor";
import { plantedSpace } from "./plantedData";

/** Operations in the first layer of unit 1, best first, with what intervals allow their ranks to be; as a ranking shows it. */
export async function ranksInFirstLayer(predictor: Predictor): Promise<(RankTie & { name: string })[]> {
  const operations = enumerateOperations(plantedSpace, 100) ?? [];
  const scores = await predictor.scoreModules(
    operations.map((node) => ({ unitIndex: 0, layers: [0], nodes: [node] })),
  );
  const { ranked } = rankModules(scores);
  const ties = rankTies(ranked);
  return ranked.flatMap(({ key, evidence }) => {
    const tie = ties.get(key);
    return tie ? [{ name: evidence.nodes[0]?.join() ?? "", ...tie }] : [];
  });
}
