import { drawnText, tenths, type Drawing, type Shape } from "../drawing";
import { formatValue } from "../format";
import type { ScatterLayout } from "../scatter";
import type { Rectangle } from "./brushRectangle";

/**
 * Up to so many points leave as circles, which any program for drawings can edit: 20,000 make a file of about 1 MB.
 * More leave as a picture inside the drawing, every one of them; a thinned cloud would show another density.
 */
export const MOST_CIRCLES = 20_000;

const MARGIN = { left: 64, right: 20, top: 26, bottom: 44 };

/** Opacity of grid lines, which points must not be hidden by. */
const GRID = 0.15;

/** Rows drawn alike. */
export type PointGroup = {
  readonly rows: Iterable<number>;
  readonly fill: string;
  readonly opacity: number;
};

type Options = {
  readonly layout: ScatterLayout;
  readonly titleX: string;
  readonly titleY: string;
  /** From the back to the front. */
  readonly groups: readonly PointGroup[];
  readonly radius: number;
  /** All points as a picture of the plot with `padding` around, where they are too many for circles. */
  readonly picture: { readonly address: string; readonly padding: number } | null;
  readonly brush: Rectangle | null;
  readonly brushFill: string;
  /** Row with a ring around it. */
  readonly selected: number | null;
};

/** A scatter plot as a drawing: axes and rectangle as on the page, points as circles or as a picture. */
export function scatterDrawing(options: Options): Drawing {
  const { layout, titleX, titleY, groups, radius, picture, brush, brushFill, selected } = options;
  const { width, height, xTicks, yTicks } = layout;
  const { left, top } = MARGIN;
  const points = picture
    ? [pictureOf(layout, picture.address, picture.padding)]
    : groups.map(({ rows, fill, opacity }): Shape => {
        return {
          kind: "points",
          at: [...rows].flatMap((row) => placesOf(layout, row)),
          radius,
          fill,
          opacity,
        };
      });
  const [ring] = selected === null ? [] : placesOf(layout, selected);
  return {
    width: width + left + MARGIN.right,
    height: height + top + MARGIN.bottom,
    shapes: [
      ...xTicks.flatMap(({ value, position }): Shape[] => [
        { kind: "line", x: tenths(left + position), y: top, toY: top + height, opacity: GRID },
        drawnText(tenths(left + position), top + height + 14, formatValue(value), "middle"),
      ]),
      ...yTicks.flatMap(({ value, position }): Shape[] => [
        { kind: "line", x: left, y: tenths(top + position), toX: left + width, opacity: GRID },
        drawnText(left - 6, tenths(top + position), formatValue(value), "end"),
      ]),
      drawnText(0, 10, `↑ ${titleY}`),
      drawnText(left + width, top + height + 34, `${titleX} →`, "end"),
      ...points,
      ...(brush ? [{ kind: "rect", ...shifted(brush), fill: brushFill, opacity: 0.1 } satisfies Shape] : []),
      ...(ring ? [{ kind: "ring", x: ring[0], y: ring[1], radius: 7, strokeWidth: 3 } satisfies Shape] : []),
    ],
  };
}

/** Where a row's point lies in the drawing; empty where it was not measured. */
function placesOf(layout: ScatterLayout, row: number): [x: number, y: number][] {
  const [x, y] = [layout.left[row] ?? NaN, layout.top[row] ?? NaN];
  return Number.isNaN(x) || Number.isNaN(y) ? [] : [[tenths(MARGIN.left + x), tenths(MARGIN.top + y)]];
}

const shifted = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: tenths(MARGIN.left + x),
  y: tenths(MARGIN.top + y),
  width: tenths(width),
  height: tenths(height),
});

const pictureOf = ({ width, height }: ScatterLayout, address: string, padding: number): Shape => ({
  kind: "picture",
  x: MARGIN.left - padding,
  y: MARGIN.top - padding,
  width: width + 2 * padding,
  height: height + 2 * padding,
  address,
});
