import { extent, scaleLinear } from "d3";
import { labelPlaces, type LabelPlace } from "./labelPlaces";
import type { OperationMap } from "./operationMap";

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Where the operations' names stand beside their points. */
  readonly labels: readonly LabelPlace[];
  /** Length in pixels of a difference of `value`, for the bar that says how far is far. */
  readonly scaleBar: { readonly value: number; readonly length: number };
};

const PADDING = { across: 46, up: 34 };

/** Both axes at one scale: a distance means the same in every direction. @param width pixels; as high as is needed */
export function mapLayout(
  { points, operations }: Pick<OperationMap, "points" | "operations">,
  width = 560,
  maxHeight = 360,
): MapLayout {
  const [x0 = 0, x1 = 0] = extent(points, ({ x }) => x);
  const [y0 = 0, y1 = 0] = extent(points, ({ y }) => y);
  const room = { across: width - 2 * PADDING.across, up: maxHeight - 2 * PADDING.up };
  const perUnit = Math.min(room.across / (x1 - x0), room.up / (y1 - y0));
  const scale = Number.isFinite(perUnit) ? perUnit : 0;
  const height = (y1 - y0) * scale + 2 * PADDING.up;
  const bar = scale === 0 ? [] : scaleLinear([0, 90 / scale], [0, 90]).ticks(2);
  const value = bar.at(-1) ?? 0;
  const placed = points.map(({ x, y }) => ({
    x: width / 2 + (x - (x0 + x1) / 2) * scale,
    y: height / 2 - (y - (y0 + y1) / 2) * scale,
  }));
  const names = operations.map(({ label }) => label);
  return {
    width,
    height,
    points: placed,
    labels: labelPlaces(placed, names, { width, height }),
    scaleBar: { value, length: value * scale },
  };
}
