import { line, scaleLinear } from "d3";

/** One value per epoch; null where it could not be computed. */
export type Curve = { readonly label: string; readonly values: readonly (number | null)[] };

export type CurvePath = {
  readonly label: string;
  /** SVG path; gaps where values are missing. */
  readonly path: string;
  /** The last value and where it stands; `labelY` keeps neighbouring labels apart. */
  readonly end: {
    readonly value: number;
    readonly x: number;
    readonly y: number;
    readonly labelY: number;
  } | null;
};

export type Tick = { readonly value: number; readonly position: number };

export type CurvesLayout = {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly curves: readonly CurvePath[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
};

const MARGIN = { left: 44, right: 124, top: 10, bottom: 32 };
const LABEL_HEIGHT = 13;

/**
 * Curves over epochs, labelled at their ends.
 * @param numEpochs length of the x axis: the planned epochs, so that a running curve shows how far it is
 * @param domain of y; left out, it is that of the values
 */
export function curvesLayout({
  curves,
  numEpochs,
  width = 460,
  height = 200,
  domain,
}: {
  curves: readonly Curve[];
  numEpochs: number;
  width?: number;
  height?: number;
  domain?: readonly [number, number];
}): CurvesLayout {
  const plot = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const x = scaleLinear([1, Math.max(2, numEpochs)], [plot.left, plot.right]);
  const y = scaleLinear(domain ?? domainOf(curves), [plot.bottom, plot.top]);
  if (!domain) y.nice(4);
  const draw = line<number | null>()
    .defined(isNumber)
    .x((_, index) => round(x(index + 1)))
    .y((value) => round(y(value ?? NaN)));
  const paths = curves.map(({ label, values }) => {
    const index = values.findLastIndex(isNumber);
    const value = values[index] ?? null;
    const end = value === null ? null : { value, x: x(index + 1), y: y(value), labelY: y(value) };
    return { label, path: draw(values) ?? "", end };
  });
  return {
    width,
    height,
    plot,
    curves: spreadLabels(paths, plot),
    xTicks: wholeTicks(x.ticks(5)).map((value) => ({ value, position: x(value) })),
    yTicks: y.ticks(4).map((value) => ({ value, position: y(value) })),
  };
}

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);
const round = (position: number): number => Math.round(position * 100) / 100;
const wholeTicks = (ticks: readonly number[]): number[] => ticks.filter(Number.isInteger);

function domainOf(curves: readonly Curve[]): [number, number] {
  const values = curves.flatMap((curve) => curve.values.filter(isNumber));
  if (values.length === 0) return [0, 1];
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** Pushes labels down until none covers the one above, then back up from the lower edge. */
function spreadLabels(paths: readonly CurvePath[], plot: CurvesLayout["plot"]): CurvePath[] {
  const order = paths.flatMap((path, index) => (path.end ? [{ index, y: path.end.y }] : []));
  order.sort((a, b) => a.y - b.y);
  let above = plot.top - LABEL_HEIGHT;
  for (const label of order) above = label.y = Math.max(label.y, above + LABEL_HEIGHT);
  let below = plot.bottom + LABEL_HEIGHT;
  for (const label of order.toReversed()) below = label.y = Math.min(label.y, below - LABEL_HEIGHT);
  const places = new Map(order.map(({ index, y }) => [index, y]));
  return paths.map((path, index) => {
    const labelY = places.get(index);
    return path.end && labelY !== undefined ? { ...path, end: { ...path.end, labelY } } : path;
  });
}
