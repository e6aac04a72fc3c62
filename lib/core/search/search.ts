/** Looks for architectures that are predicted to be good, within a budget of predictions. */
import { architectureKey, type Architecture } from "../architecture";
import { seededRandom, type Random } from "../random";
import { children, survivors } from "./evolve";
import { createJudge, type FoundJudged, type Judge } from "./judge";
import type { Evaluate, SearchHooks, SearchPlan, SearchRegion, SearchResult } from "./plan";
import { bestFirst, everyWay, weightings } from "./reduce";
import { reducedRegion, wholeRegion, type Region } from "./region";
import { assembled, numAssembled, type SlotModule } from "./slots";

/** More than this is never put together one by one. */
export const MAX_EXHAUSTIVE = 1_000_000n;
const BATCH = 512;
const POPULATION = 64;
/** Draws in vain per prediction of the budget before a search gives up: constraints may leave nothing. */
const MAX_DRAWS = 50;

/**
 * The same plan and predictions give the same answer: chance comes from the plan's seed.
 * @throws RangeError where the plan cannot be followed; the signal's reason where it is cancelled
 */
export async function runSearch(
  plan: SearchPlan,
  evaluate: Evaluate,
  hooks: SearchHooks = {},
): Promise<SearchResult> {
  const random = seededRandom(plan.seed);
  const judge = createJudge(plan, evaluate, hooks, totalOf(plan));
  switch (plan.method) {
    case "exhaustive":
      return inOrder(judge, allOf(plan), plan);
    case "best-first":
      return inOrder(judge, inOrderOfSums(plan), plan);
    case "random":
      return drawn(judge, regionOf(plan), plan, random);
    case "evolution":
      return evolved(judge, regionOf(plan), plan, random);
  }
}

function regionOf({ space, region }: SearchPlan): Region {
  return region.kind === "reduced"
    ? reducedRegion(space, region.slots, region.globals)
    : wholeRegion(space, region.operations, region.measured, region.globals);
}

function reducedOf({ region }: SearchPlan): Extract<SearchRegion, { kind: "reduced" }> {
  if (region.kind === "reduced") return region;
  throw new RangeError(
    "The whole space has no best modules to go through: search it at random or by evolution.",
  );
}

/** What will be predicted: the budget, or all of a small reduced space. */
function totalOf({ region, budget }: SearchPlan): number {
  if (region.kind === "whole") return budget;
  const size = numAssembled(region.slots);
  return size < BigInt(budget) ? Number(size) : budget;
}

function* allOf(plan: SearchPlan): Generator<readonly SlotModule[]> {
  const { slots } = reducedOf(plan);
  const size = numAssembled(slots);
  if (size > MAX_EXHAUSTIVE)
    throw new RangeError(
      `${size.toLocaleString("en")} architectures are too many to predict one by one: keep fewer modules, or search best-first.`,
    );
  yield* everyWay(slots);
}

/** The next best of each weighting in turn: one objective alone, the others alone, and steps between them. */
function* inOrderOfSums(plan: SearchPlan): Generator<readonly SlotModule[]> {
  const { slots } = reducedOf(plan);
  const numObjectives = plan.predicted.filter(({ goal }) => goal !== null).length;
  const orders = weightings(slots, numObjectives).map((weights) => bestFirst(slots, weights));
  for (let open = orders; open.length > 0;) {
    const still: typeof orders = [];
    for (const order of open) {
      const next = order.next();
      if (next.done) continue;
      still.push(order);
      yield next.value.modules;
    }
    open = still;
  }
}

async function inOrder(
  judge: Judge,
  choices: Iterable<readonly SlotModule[]>,
  plan: SearchPlan,
): Promise<SearchResult> {
  const { globals } = reducedOf(plan);
  const seen = new Set<string>();
  const draws = plan.budget * MAX_DRAWS;
  let batch: Architecture[] = [];
  let numDrawn = 0;
  for (const modules of choices) {
    if (judge.left() <= batch.length || ++numDrawn > draws) {
      await judge.judge(batch);
      return judge.result(false);
    }
    const architecture = assembled(plan.space, modules, globals);
    const key = architectureKey(architecture);
    if (seen.has(key) || judge.structureViolation(architecture) > 0) continue;
    seen.add(key);
    batch.push(architecture);
    if (batch.length < BATCH) continue;
    await judge.judge(batch);
    batch = [];
  }
  await judge.judge(batch);
  return judge.result(true);
}

/** New architectures that keep what the constraints say of structure; fewer where hardly any are left. */
function drawNew(
  judge: Judge,
  region: Region,
  count: number,
  seen: Set<string>,
  random: Random,
): Architecture[] {
  const found: Architecture[] = [];
  for (let draw = 0; draw < count * MAX_DRAWS && found.length < count; draw++) {
    const architecture = region.random(random);
    const key = architectureKey(architecture);
    if (seen.has(key) || judge.structureViolation(architecture) > 0) continue;
    seen.add(key);
    found.push(architecture);
  }
  return found;
}

async function drawn(judge: Judge, region: Region, plan: SearchPlan, random: Random): Promise<SearchResult> {
  const seen = new Set<string>();
  while (!judge.isDone()) {
    const batch = drawNew(judge, region, Math.min(BATCH, judge.left()), seen, random);
    if (batch.length === 0) break;
    await judge.judge(batch);
  }
  return judge.result(isWhole(plan, seen));
}

/** Whether everything of a reduced space was drawn. */
const isWhole = ({ region }: SearchPlan, seen: ReadonlySet<string>): boolean =>
  region.kind === "reduced" && BigInt(seen.size) === numAssembled(region.slots);

async function evolved(
  judge: Judge,
  region: Region,
  plan: SearchPlan,
  random: Random,
): Promise<SearchResult> {
  const seen = new Set<string>();
  const size = Math.max(2, Math.min(POPULATION, Math.floor(plan.budget / 2)));
  const first = await judge.judge(drawNew(judge, region, size, seen, random));
  let population = survivors<FoundJudged>(first, size);
  while (!judge.isDone() && population.length > 0) {
    const wanted = Math.min(size, judge.left());
    const born = children(plan.space, region, population, wanted, seen, random);
    const legal = born.filter((child) => judge.structureViolation(child) === 0);
    // A small space is used up, or constraints forbid every child: the rest of the budget goes to new draws.
    const next = legal.length > 0 ? legal : drawNew(judge, region, wanted, seen, random);
    if (next.length === 0) break;
    const judged = await judge.judge(next);
    population = survivors([...population.map(({ one }) => one), ...judged], size);
  }
  return judge.result(isWhole(plan, seen));
}
