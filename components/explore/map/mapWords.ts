import type { SearchSpace } from "@/lib/core/searchSpace";
import { layerName } from "@/lib/core/searchSpace";
import { formatEffect } from "@/lib/figures/evidence";
import { formatValue } from "@/lib/figures/format";
import type { OperationMap, OperationPair } from "@/lib/figures/map/operationMap";
import type { FigureRows } from "../FigureTable";

/** What the measured rows say of a pair: alike, different, unsure or not known. */
export const rowsSay = ({ measured }: Pick<OperationPair, "measured">): string =>
  measured?.verdict ?? "not known";

/** `0.021 (0.018 to 0.025)` in units of the target; `not known` where no rows tell. */
export const measuredWords = ({ measured }: Pick<OperationPair, "measured">): string =>
  measured === null
    ? "not known"
    : `${formatValue(measured.difference)} (${formatValue(measured.low)} to ${formatValue(measured.high)})`;

/** All pairs, the nearest first. */
export function mapRows(space: SearchSpace, map: OperationMap, scoreUnit: string): FigureRows {
  const name = (index: number): string => map.operations[index]?.label ?? "";
  const ofScores = map.basis.from === "scores";
  return {
    caption: `Pairs of operations, the nearest first, by ${
      ofScores ? `scores in ${scoreUnit}` : "embeddings; two typical operations are 1 apart"
    }`,
    columns: [
      "operation",
      "and",
      "distance",
      ...(ofScores ? ["most at"] : []),
      ofScores ? "cannot be told apart" : "nearest",
      `measured difference, ${scoreUnit}`,
      "rows say",
    ],
    rows: map.pairs.map((pair) => [
      name(pair.a),
      name(pair.b),
      formatValue(pair.distance),
      ...(ofScores ? [placeWords(space, pair.largest)] : []),
      map.basis.from === "scores" && !map.basis.hasIntervals ? "not known" : pair.joined ? "yes" : "no",
      measuredWords(pair),
      rowsSay(pair),
    ]),
  };
}

function placeWords(space: SearchSpace, largest: OperationPair["largest"]): string {
  const unit = largest && space.units[largest.unitIndex];
  return unit
    ? `${unit.name}, ${layerName(unit, largest.layerIndex)} (${formatEffect(largest.difference)})`
    : "";
}
