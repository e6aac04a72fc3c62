import { niceScale } from "./histogram";

export type ScatterBox = { readonly width: number; readonly height: number };

export type AxisTick = { readonly value: number; readonly position: number };

/** Where the points of a scatter plot lie, in pixels, y from the top down. */
export type ScatterLayout = ScatterBox & {
  /** shape [numRows]; NaN where a coordinate was not measured. */
  readonly left: Float32Array;
  readonly top: Float32Array;
  readonly numDrawn: number;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  /** The values under a place; places outside give the ends of the axes. */
  readonly valuesAt: (left: number, top: number) => { readonly x: number; readonly y: number };
  readonly positionOf: (x: number, y: number) => { readonly left: number; readonly top: number };
};

/** A label such as `10,000` needs this much room across. Pixels. */
const LABEL_ROOM = 80;
const NUM_TICKS = 5;

/** @param x, y shape [numRows], same order; NaN where it was not measured */
export function scatterLayout(
  x: Float64Array,
  y: Float64Array,
  { width, height }: ScatterBox,
): ScatterLayout {
  // A row that lacks one metric does not stretch the axis of the other.
  const drawnX = x.map((value, row) => (Number.isFinite(y[row]) ? value : NaN));
  const drawnY = y.map((value, row) => (Number.isFinite(x[row]) ? value : NaN));
  const xScale = niceScale(drawnX, NUM_TICKS).range([0, width]);
  const yScale = niceScale(drawnY, NUM_TICKS).range([height, 0]);
  const left = new Float32Array(x.length).fill(NaN);
  const top = new Float32Array(x.length).fill(NaN);
  // Straight lines, computed here because a scale takes ten times as long for a hundred thousand points.
  const [xStart = 0, xEnd = 1] = xScale.domain();
  const [yStart = 0, yEnd = 1] = yScale.domain();
  let numDrawn = 0;
  for (let row = 0; row < x.length; row++) {
    const atX = drawnX[row] ?? NaN;
    const atY = drawnY[row] ?? NaN;
    if (!Number.isFinite(atX) || !Number.isFinite(atY)) continue;
    left[row] = ((atX - xStart) / (xEnd - xStart)) * width;
    top[row] = height - ((atY - yStart) / (yEnd - yStart)) * height;
    numDrawn++;
  }
  const inside = (place: number, end: number) => Math.min(end, Math.max(0, place));
  return {
    width,
    height,
    left,
    top,
    numDrawn,
    xTicks: xScale
      .ticks(Math.max(1, Math.min(NUM_TICKS, Math.floor(width / LABEL_ROOM))))
      .map((value) => ({ value, position: xScale(value) })),
    yTicks: yScale.ticks(NUM_TICKS).map((value) => ({ value, position: yScale(value) })),
    valuesAt: (atLeft, atTop) => ({
      x: xScale.invert(inside(atLeft, width)),
      y: yScale.invert(inside(atTop, height)),
    }),
    positionOf: (atX, atY) => ({ left: xScale(atX), top: yScale(atY) }),
  };
}

/**
 * The front as a staircase: from each point on, its y is reached at every worse x, until the next point reaches more.
 * @param front rows from the best x to the best y (paretoFront)
 * @returns an SVG path; empty without points
 */
export function frontPath(
  { left, top }: Pick<ScatterLayout, "left" | "top">,
  front: readonly number[],
): string {
  return front
    .map((row, index) => {
      const x = round(left[row] ?? NaN);
      const y = round(top[row] ?? NaN);
      return index === 0 ? `M${x},${y}` : `H${x}V${y}`;
    })
    .join("");
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Finds points by place: rows sorted into square cells of the plot, so that hovering looks at a few of them only. */
export type PointFinder = (left: number, top: number, reach: number) => number | null;

const CELL = 16;

/**
 * @param rows the rows that can be found
 * @returns a function from a place and a distance in pixels to the nearest row within it, or null
 */
export function pointFinder(
  { left, top, width, height }: Pick<ScatterLayout, "left" | "top" | "width" | "height">,
  rows: Uint32Array,
): PointFinder {
  const numColumns = Math.floor(width / CELL) + 1;
  const numLines = Math.floor(height / CELL) + 1;
  const cellOf = (row: number): number => {
    const column = Math.floor((left[row] ?? NaN) / CELL);
    const line = Math.floor((top[row] ?? NaN) / CELL);
    return Number.isNaN(column) || Number.isNaN(line) ? -1 : line * numColumns + column;
  };

  // A counting sort: the rows of cell c stand at start[c] .. start[c + 1] - 1.
  const start = new Uint32Array(numColumns * numLines + 2);
  for (const row of rows) {
    const cell = cellOf(row);
    if (cell >= 0) start[cell + 2] = (start[cell + 2] ?? 0) + 1;
  }
  for (let cell = 2; cell < start.length; cell++) start[cell] = (start[cell] ?? 0) + (start[cell - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const cell = cellOf(row);
    if (cell < 0) continue;
    const place = start[cell + 1] ?? 0;
    sorted[place] = row;
    start[cell + 1] = place + 1;
  }

  return (atLeft, atTop, reach) => {
    let nearest: number | null = null;
    let nearestSquared = reach * reach;
    const lastLine = Math.min(numLines - 1, Math.floor((atTop + reach) / CELL));
    const lastColumn = Math.min(numColumns - 1, Math.floor((atLeft + reach) / CELL));
    for (let line = Math.max(0, Math.floor((atTop - reach) / CELL)); line <= lastLine; line++) {
      for (let column = Math.max(0, Math.floor((atLeft - reach) / CELL)); column <= lastColumn; column++) {
        const cell = line * numColumns + column;
        for (let place = start[cell] ?? 0; place < (start[cell + 1] ?? 0); place++) {
          const row = sorted[place] ?? 0;
          const squared = ((left[row] ?? NaN) - atLeft) ** 2 + ((top[row] ?? NaN) - atTop) ** 2;
          if (squared > nearestSquared || (squared === nearestSquared && nearest !== null)) continue;
          nearest = row;
          nearestSquared = squared;
        }
      }
    }
    return nearest;
  };
}
