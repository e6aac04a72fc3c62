import { scaleLinear } from "d3";
import { quantileSorted } from "../../core/stats";

/** A value and what it is of. */
export type Measured<T> = { readonly item: T; readonly value: number };

/** How values spread (Tukey's box plot): quartiles, whiskers to the last value within 1.5 box lengths, the rest apart. */
export type Box<T> = {
  readonly count: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly whiskerLow: number;
  readonly whiskerHigh: number;
  /** Values beyond the whiskers, ascending. */
  readonly outliers: readonly Measured<T>[];
};

const WHISKER = 1.5;

/** @returns null where no value is a finite number: nothing is drawn rather than a box at 0 */
export function boxOf<T>(measured: readonly Measured<T>[]): Box<T> | null {
  const sorted = measured.filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
  const values = Float64Array.from(sorted, ({ value }) => value);
  if (values.length === 0) return null;
  const [q1, median, q3] = [
    quantileSorted(values, 0.25),
    quantileSorted(values, 0.5),
    quantileSorted(values, 0.75),
  ] as const;
  const reach = WHISKER * (q3 - q1);
  const isOutside = (value: number) => value < q1 - reach || value > q3 + reach;
  const inside = values.filter((value) => !isOutside(value));
  return {
    count: values.length,
    q1,
    median,
    q3,
    whiskerLow: inside[0] ?? q1,
    whiskerHigh: inside.at(-1) ?? q3,
    outliers: sorted.filter(({ value }) => isOutside(value)),
  };
}

/** Dots of a box beyond these are not drawn, and counted in words. */
const MAX_DOTS_A_SIDE = 8;

/** The farthest values on either side, and how many there are beside them. */
export function farthest<T>({ outliers, median }: Pick<Box<T>, "outliers" | "median">) {
  const below = outliers.filter(({ value }) => value < median);
  const above = outliers.filter(({ value }) => value > median);
  const drawn = [...below.slice(0, MAX_DOTS_A_SIDE), ...above.slice(-MAX_DOTS_A_SIDE)];
  return { drawn, numHidden: outliers.length - drawn.length };
}

export type BoxRow<Id> = { readonly id: Id; readonly label: string };

export type BoxGroup<T, Id> = {
  readonly name: string;
  readonly rows: readonly (BoxRow<Id> & { readonly box: Box<T> })[];
};

export type BoxesLayout<T, Id> = {
  readonly width: number;
  readonly height: number;
  /** Ends of the axis. */
  readonly left: number;
  readonly right: number;
  readonly rowHeight: number;
  /** Where a value lies on the axis. */
  readonly xOf: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly groups: readonly { readonly name: string; readonly y: number }[];
  readonly rows: readonly (BoxRow<Id> & {
    /** Middle of the row. */
    readonly y: number;
    readonly box: Box<T>;
    readonly x: Record<"q1" | "median" | "q3" | "whiskerLow" | "whiskerHigh", number>;
    readonly dots: readonly (Measured<T> & { readonly x: number })[];
    readonly numHidden: number;
  })[];
};

const ROW_HEIGHT = 22;
const GROUP_HEAD = 24;
const AXIS = 26;

/**
 * Boxes lying in rows on one axis, groups under each other.
 * @param left room for labels; pixels
 */
export function boxesLayout<T, Id>(
  groups: readonly BoxGroup<T, Id>[],
  { left, plotWidth = 520 }: { left: number; plotWidth?: number },
): BoxesLayout<T, Id> {
  const boxes = groups.flatMap(({ rows }) => rows.map(({ box }) => box));
  const low = Math.min(...boxes.map((box) => Math.min(box.whiskerLow, box.outliers[0]?.value ?? Infinity)));
  const high = Math.max(
    ...boxes.map((box) => Math.max(box.whiskerHigh, box.outliers.at(-1)?.value ?? -Infinity)),
  );
  const domain = boxes.length === 0 ? [0, 1] : low < high ? [low, high] : [low - 0.5, low + 0.5];
  const x = scaleLinear(domain, [left, left + plotWidth]).nice();
  let y = AXIS;
  const heads: { name: string; y: number }[] = [];
  const rows = groups.flatMap(({ name, rows: ofGroup }) => {
    heads.push({ name, y: y + GROUP_HEAD - 8 });
    y += GROUP_HEAD;
    return ofGroup.map((row) => {
      const { box } = row;
      const { drawn, numHidden } = farthest(box);
      const placed = {
        ...row,
        y: y + ROW_HEIGHT / 2,
        x: {
          q1: x(box.q1),
          median: x(box.median),
          q3: x(box.q3),
          whiskerLow: x(box.whiskerLow),
          whiskerHigh: x(box.whiskerHigh),
        },
        dots: drawn.map((dot) => ({ ...dot, x: x(dot.value) })),
        numHidden,
      };
      y += ROW_HEIGHT;
      return placed;
    });
  });
  return {
    width: left + plotWidth + 16,
    height: y + 8,
    left,
    right: left + plotWidth,
    rowHeight: ROW_HEIGHT,
    xOf: (value) => x(value),
    ticks: x.ticks(plotWidth < 320 ? 3 : 5).map((value) => ({ value, x: x(value) })),
    groups: heads,
    rows,
  };
}
