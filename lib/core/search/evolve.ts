/** Evolution by NSGA-II (Deb et al., 2002) with unit-level mutation. */
import { architectureKey, type Architecture } from "../architecture";
import type { Random } from "../random";
import type { SearchSpace } from "../searchSpace";
import { crowding, fronts, type Point } from "./dominance";
import { crossed, type Region } from "./region";

/** An architecture that was judged: its gains (more is better), and by how much it breaks the constraints (0: it keeps them). */
export type Judged = {
  readonly architecture: Architecture;
  readonly gains: Point;
  readonly violation: number;
};

type Ranked<T extends Judged> = { readonly one: T; readonly rank: number; readonly room: number };

/**
 * The best `size` of a generation. Those that keep the constraints come before those that do not (Deb's rule): the
 * former by front and room, the latter by how little they break.
 */
export function survivors<T extends Judged>(judged: readonly T[], size: number): Ranked<T>[] {
  const keeping = judged.filter(({ violation }) => violation === 0);
  const breaking = judged
    .filter(({ violation }) => violation > 0)
    .toSorted((a, b) => a.violation - b.violation);
  const points = keeping.map(({ gains }) => gains);
  const ranked: Ranked<T>[] = [];
  for (const [rank, front] of fronts(points, size).entries()) {
    const room = crowding(points, front);
    const members = front.flatMap((index, place) =>
      keeping.slice(index, index + 1).map((one): Ranked<T> => ({ one, rank, room: room[place] ?? 0 })),
    );
    ranked.push(...members.sort((a, b) => (a.room === b.room ? 0 : b.room - a.room)));
  }
  const worst = judged.length;
  ranked.push(...breaking.map((one, index): Ranked<T> => ({ one, rank: worst + index, room: 0 })));
  return ranked.slice(0, size);
}

/** The better of two drawn at random: of the earlier front, else with more room. */
function tournament<T extends Judged>(
  population: readonly Ranked<T>[],
  random: Random,
): Architecture | undefined {
  const draw = (): Ranked<T> | undefined => population[Math.floor(random() * population.length)];
  const [a, b] = [draw(), draw()];
  const isBetter =
    b !== undefined && a !== undefined && (b.rank < a.rank || (b.rank === a.rank && b.room > a.room));
  return (isBetter ? b : a)?.one.architecture;
}

const CROSSING = 0.5;
/** In a small space nearly every child is known already: after so many tries in a row it counts as searched. */
const MAX_TRIES = 200;

/**
 * Children of a population that nobody has judged yet, fewer where the region has hardly any left.
 * @param seen keys of what was judged; the children's keys are added
 */
export function children<T extends Judged>(
  space: SearchSpace,
  region: Region,
  population: readonly Ranked<T>[],
  count: number,
  seen: Set<string>,
  random: Random,
): Architecture[] {
  const found: Architecture[] = [];
  for (let tries = 0; found.length < count && tries < MAX_TRIES; tries++) {
    const mother = tournament(population, random);
    const father = tournament(population, random);
    if (mother === undefined || father === undefined) break;
    const start = random() < CROSSING ? crossed(space, mother, father, random) : mother;
    // Where single steps are known already, further ones are taken: more the longer nothing new is found.
    let child = region.mutated(start, random);
    for (let step = tries; step > 0; step -= 20) child = region.mutated(child, random);
    const key = architectureKey(child);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(child);
    tries = -1;
  }
  return found;
}
