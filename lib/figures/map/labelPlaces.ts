import { labelWidth } from "../gridLayout";

/** Where a name stands, measured from its point, as SVG's text wants it. */
export type LabelPlace = {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
};

/** In the order of preference. */
const PLACES: readonly LabelPlace[] = [
  { dx: 10, dy: -9, anchor: "start" },
  { dx: -10, dy: -9, anchor: "end" },
  { dx: 10, dy: 18, anchor: "start" },
  { dx: -10, dy: 18, anchor: "end" },
  { dx: 0, dy: -15, anchor: "middle" },
  { dx: 0, dy: 25, anchor: "middle" },
];

const FONT_SIZE = 12;
/** Room that a point takes with its ring. */
const RADIUS = 10;

type Point = { readonly x: number; readonly y: number };
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/**
 * Places names so that they stay in the drawing and cover neither each other nor points, one after the other: the first
 * place with the least that is in the way. @returns one place per point
 */
export function labelPlaces(
  points: readonly Point[],
  labels: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
): LabelPlace[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - RADIUS,
    right: x + RADIUS,
    top: y - RADIUS,
    bottom: y + RADIUS,
  }));
  return points.map((point, index) => {
    const length = labelWidth([labels[index] ?? ""], FONT_SIZE);
    const others = taken.filter((_, at) => at !== index);
    const faults = PLACES.map((place) => {
      const box = boxOf(point, place, length);
      const isOut = box.left < 0 || box.right > width || box.top < 0 || box.bottom > height;
      // A name that is cut off is worse than any number that touch.
      return (isOut ? others.length + 1 : 0) + others.filter((other) => overlap(box, other)).length;
    });
    const best = PLACES[faults.indexOf(Math.min(...faults))] ?? { dx: 0, dy: 0, anchor: "start" };
    taken.push(boxOf(point, best, length));
    return best;
  });
}

function boxOf({ x, y }: Point, { dx, dy, anchor }: LabelPlace, length: number): Box {
  const left = x + dx - (anchor === "start" ? 0 : anchor === "end" ? length : length / 2);
  return { left, right: left + length, top: y + dy - FONT_SIZE, bottom: y + dy + 3 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
