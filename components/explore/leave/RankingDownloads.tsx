"use client";

import { useCallback } from "react";
import type { Node } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import type { RankedModule, Ranking } from "@/lib/figures/sequenceRanking";
import { rankingDrawing } from "@/lib/figures/trust/rankingDrawing";
import { moduleLabel, modulePlace } from "../moduleWords";
import { tiesOf } from "../trust/EffectOf";
import { drawShapes } from "./drawShapes";
import { TakeAlong } from "./TakeAlong";

type RankingDownloadsProps = {
  space: SearchSpace;
  ranking: Ranking;
  shown: readonly RankedModule[];
  paint: (node: Node) => OperationPaint;
  scoreUnit: string;
};

const COLUMNS = [
  "rank",
  "best rank",
  "worst rank",
  "module",
  "place",
  "score",
  "low",
  "high",
  "effect",
  "held by",
];

/** Ways to take a ranking along: its head as a drawing, all of it as numbers. */
export function RankingDownloads({ space, ranking, shown, paint, scoreUnit }: RankingDownloadsProps) {
  const drawing = useCallback(
    () =>
      drawShapes(
        rankingDrawing({ ranking, shown, ties: tiesOf(ranking.ranked), paint, scoreUnit }),
        getComputedStyle(document.body).color,
      ),
    [ranking, shown, paint, scoreUnit],
  );
  const rows = useCallback(() => {
    const ties = tiesOf(ranking.ranked);
    return {
      caption: `Ranked modules, scores in ${scoreUnit}`,
      columns: COLUMNS,
      rows: shown.map(({ rank, key, evidence, effect }) => [
        String(rank),
        String(ties.get(key)?.best ?? ""),
        String(ties.get(key)?.worst ?? ""),
        moduleLabel(space, evidence),
        modulePlace(space, evidence),
        String(evidence.score),
        String(evidence.low),
        String(evidence.high),
        String(effect),
        String(evidence.support),
      ]),
    };
  }, [space, ranking, shown, scoreUnit]);
  return <TakeAlong name="ranking" drawing={drawing} rows={rows} />;
}
