import type { FeatureRow } from "../featureMatrix";
import { placeGrid, valueGrid, type LabelledGrid } from "../labelledGrid";
import type { PositionMatrix } from "../positionMatrix";
import type { SearchSpace } from "../../core/searchSpace";
import { differenceOf, type Compared, type DifferenceBy } from "./compareScores";

/** A heatmap of either predictor as a place for each thing that both score. */
export type DifferenceGrid = LabelledGrid & {
  readonly places: readonly DifferencePlace[];
};

export type DifferencePlace = {
  readonly key: string;
  readonly rowIndex: number;
  readonly columnIndex: number;
  /** What stands in the cell where nothing else names it. */
  readonly text: string;
};

export type DifferenceCell = DifferencePlace & { readonly compared: Compared; readonly difference: number };

/** Names a value of a feature in a comparison. */
export const valueKey = (feature: string, value: string | number): string => `${feature} ${value}`;

/** Feature x value, as FeatureHeatmap draws one predictor's. */
export const featureDifferenceGrid = (rows: readonly FeatureRow[]): DifferenceGrid => ({
  ...valueGrid(rows),
  places: rows.flatMap(({ cells }, rowIndex) =>
    cells.map(({ feature, value }, columnIndex) => ({
      key: valueKey(feature, value),
      rowIndex,
      columnIndex,
      text: String(value),
    })),
  ),
});

/** Position x operation, or edge x operation, as PositionHeatmap draws one predictor's. */
export const positionDifferenceGrid = (space: SearchSpace, matrix: PositionMatrix): DifferenceGrid => ({
  ...placeGrid(
    space,
    matrix.columns,
    matrix.rows.map(({ label }) => label),
  ),
  places: matrix.cells.map(({ key, rowIndex, columnIndex }) => ({ key, rowIndex, columnIndex, text: "" })),
});

/** The cells that have a difference: those that both predictors score. */
export function differenceCells(
  { places }: DifferenceGrid,
  compared: readonly Compared[],
  by: DifferenceBy,
): DifferenceCell[] {
  const byKey = new Map(compared.map((one) => [one.key, one]));
  return places.flatMap((place) => {
    const one = byKey.get(place.key);
    return one ? [{ ...place, compared: one, difference: differenceOf(one, by) }] : [];
  });
}
