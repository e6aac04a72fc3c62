import { extent, scaleLinear } from "d3";
import type { OperationMap } from "./operationMap";

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Length in pixels of a difference of `value`, for the bar that says how far is far. */
  readonly scaleBar: { readonly value: number; readonly length: number };
};

const PADDING = { across: 46, up: 34 };

/** Both axes at one scale: a distance means the same in every direction. @param width pixels; as high as is needed */
export function mapLayout({ points }: Pick<OperationMap, "points">, width = 560, maxHeight = 360): MapLayout {
  const [x0 = 0, x1 = 0] = extent(points, ({ x }) => x);
  const [y0 = 0, y1 = 0] = extent(points, ({ y }) => y);
  const room = { across: width - 2 * PADDING.across, up: maxHeight - 2 * PADDING.up };
  const perUnit = Math.min(room.across / (x1 - x0), room.up / (y1 - y0));
  const scale = Number.isFinite(perUnit) ? perUnit : 0;
  const height = (y1 - y0) * scale + 2 * PADDING.up;
  const bar = scale === 0 ? [] : scaleLinear([0, 90 / scale], [0, 90]).ticks(2);
  const value = bar.at(-1) ?? 0;
  return {
    width,
    height,
    points: points.map(({ x, y }) => ({
      x: width / 2 + (x - (x0 + x1) / 2) * scale,
      y: height / 2 - (y - (y0 + y1) / 2) * scale,
    })),
    scaleBar: { value, length: value * scale },
  };
}
