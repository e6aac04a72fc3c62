import { scatterLayout, type ScatterBox, type ScatterLayout } from "./scatter";

type Place = { readonly left: number; readonly top: number };
type Values = { readonly x: number; readonly y: number };

export type SearchScatter = {
  /** Of the measured points alone, on axes that reach over what was found too. */
  readonly layout: ScatterLayout;
  /** Where what each run found lies; NaN where a value is missing. Shape [runs][found]. */
  readonly runPlaces: readonly (readonly Place[])[];
};

/**
 * Found points over measured ones on the same axes.
 * @param measured shape [rows] each; NaN where it was not measured
 * @param runs values of what each run found
 */
export function searchScatter(
  measured: { readonly x: Float64Array; readonly y: Float64Array },
  runs: readonly (readonly Values[])[],
  box: ScatterBox,
): SearchScatter {
  const found = runs.flat();
  const numRows = measured.x.length;
  const joined = (own: Float64Array, added: readonly number[]): Float64Array =>
    Float64Array.from([...own, ...added]);
  const together = scatterLayout(
    joined(
      measured.x,
      found.map(({ x }) => x),
    ),
    joined(
      measured.y,
      found.map(({ y }) => y),
    ),
    box,
  );
  const left = together.left.slice(0, numRows);
  const top = together.top.slice(0, numRows);
  const numDrawn = left.reduce((count, place) => count + (Number.isNaN(place) ? 0 : 1), 0);
  let next = numRows;
  return {
    layout: { ...together, left, top, numDrawn },
    runPlaces: runs.map((points) =>
      points.map(() => {
        const place = { left: together.left[next] ?? NaN, top: together.top[next] ?? NaN };
        next++;
        return place;
      }),
    ),
  };
}
