/** Which points are better than which, in any number of objectives. In all of them more is better. */

/** One point: its gains, one per objective. */
export type Point = readonly number[];

/** Whether `a` is at least as good as `b` in every objective and better in one. */
export function dominates(a: Point, b: Point): boolean {
  let better = false;
  for (let index = 0; index < a.length; index++) {
    const left = a[index] as number;
    const right = b[index] as number;
    if (left < right) return false;
    if (left > right) better = true;
  }
  return better;
}

/**
 * Indexes of the points that no other dominates, in descending order of their gains; equal points stand or fall
 * together. Points with a gain that is not finite take no part.
 * @param among indexes to look at; all where absent
 */
export function frontOf(points: readonly Point[], among: readonly number[] = [...points.keys()]): number[] {
  const order = among
    .filter((index) => points[index]?.every(Number.isFinite))
    .sort((a, b) => compareGains(points[a] as Point, points[b] as Point) || a - b);
  // Only a point that comes earlier in this order can dominate a later one.
  const front: number[] = [];
  for (const index of order) {
    const point = points[index] as Point;
    if (!front.some((other) => dominates(points[other] as Point, point))) front.push(index);
  }
  return front;
}

const compareGains = (a: Point, b: Point): number => {
  const index = a.findIndex((gain, at) => gain !== b[at]);
  return index < 0 ? 0 : (b[index] as number) - (a[index] as number);
};

/**
 * Points in fronts: the first is dominated by none, the second by the first alone, and so on (fast enough for tens of
 * thousands as long as fronts are small).
 * @param enough stops once so many points have their front
 */
export function fronts(points: readonly Point[], enough = points.length): number[][] {
  if (points[0]?.length === 1) return levels(points.map(([gain = NaN]) => gain));
  const found: number[][] = [];
  let rest = [...points.keys()].filter((index) => points[index]?.every(Number.isFinite));
  let count = 0;
  while (rest.length > 0 && count < enough) {
    const front = frontOf(points, rest);
    const taken = new Set(front);
    rest = rest.filter((index) => !taken.has(index));
    found.push(front);
    count += front.length;
  }
  return found;
}

/** With one objective a front is all that is equally good. */
function levels(gains: readonly number[]): number[][] {
  const found: number[][] = [];
  const order = [...gains.keys()]
    .filter((index) => Number.isFinite(gains[index]))
    .sort((a, b) => (gains[b] as number) - (gains[a] as number) || a - b);
  for (const index of order) {
    const last = found.at(-1);
    if (last !== undefined && gains[last[0] as number] === gains[index]) last.push(index);
    else found.push([index]);
  }
  return found;
}

/**
 * How much room each point of a front has to its neighbours, as NSGA-II counts it (Deb et al., 2002): the sum over the
 * objectives of the distance between its two neighbours as a share of the range; Infinity at the ends.
 * @returns one per entry of `front`
 */
export function crowding(points: readonly Point[], front: readonly number[]): number[] {
  const room = new Map(front.map((index) => [index, 0]));
  const numObjectives = points[front[0] ?? -1]?.length ?? 0;
  for (let objective = 0; objective < numObjectives; objective++) {
    const gain = (index: number | undefined): number => points[index ?? -1]?.[objective] ?? NaN;
    const order = [...front].sort((a, b) => gain(a) - gain(b) || a - b);
    const range = gain(order.at(-1)) - gain(order[0]);
    for (const [place, index] of order.entries()) {
      const isEnd = place === 0 || place === order.length - 1;
      const share = isEnd
        ? Infinity
        : range > 0
          ? (gain(order[place + 1]) - gain(order[place - 1])) / range
          : 0;
      room.set(index, (room.get(index) ?? 0) + share);
    }
  }
  return front.map((index) => room.get(index) ?? 0);
}

/** Indexes of points from best to worst: front by front, the loneliest of a front first; `count` of them. */
export function bestPoints(points: readonly Point[], count: number): number[] {
  const best: number[] = [];
  for (const front of fronts(points, count)) {
    const room = new Map(crowding(points, front).map((value, place) => [front[place] as number, value]));
    const ordered =
      points[front[0] ?? -1]?.length === 1
        ? front
        : front.toSorted((a, b) => compareRoom(room.get(a) ?? 0, room.get(b) ?? 0) || a - b);
    best.push(...ordered.slice(0, count - best.length));
  }
  return best;
}

/** Descending; two infinities are equal, whose difference is no number. */
const compareRoom = (a: number, b: number): number => (a === b ? 0 : b - a);
