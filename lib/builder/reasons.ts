/** What of a prediction is owed to each module: the prediction less its mean over architectures with another module there. */
import type { Architecture, Node } from "../core/architecture";
import type { Operations } from "../core/search/operations";
import { sequenceUnits } from "../core/scoredUnits";
import { layerName, operationKey, type SearchSpace } from "../core/searchSpace";
import { withLinkedEdges } from "../core/linkedEdges";
import { endIssue, graphRules, type GraphRules } from "./graph/rules";

/** One module of an architecture, and the architectures that have another one in its place. */
export type Question = {
  readonly name: string;
  readonly unitIndex: number;
  readonly others: readonly Architecture[];
};

/** Other modules that each is compared with. */
const NUM_OTHERS = 12;

/**
 * Staged spaces, chains and tables: each unit, against the units of measured architectures at even steps of `rows`.
 * Cells and graphs: each place, against every other operation that may stand there.
 * @param rows in an order that spreads what matters, such as by target
 */
export function reasonQuestions(
  space: SearchSpace,
  architecture: Architecture,
  rows: readonly Architecture[],
  operations: Operations,
): Question[] {
  const byPlace = space.structure === "cell" || space.structure === "graph";
  if (!byPlace) return unitQuestions(space, architecture, rows);
  return placeQuestions(space, architecture, operations, graphRules(space, rows));
}

function unitQuestions(
  space: SearchSpace,
  architecture: Architecture,
  rows: readonly Architecture[],
): Question[] {
  const step = Math.max(1, rows.length / NUM_OTHERS);
  const sample = Array.from(
    { length: Math.min(NUM_OTHERS, rows.length) },
    (_, index) => rows[Math.floor((index + 0.5) * step)],
  ).filter((row) => row !== undefined);
  return space.units.flatMap((unit, unitIndex) => {
    const filled = sequenceUnits(space, unitIndex);
    if (filled[0] !== unitIndex || (architecture.units[unitIndex] ?? []).length === 0) return [];
    const others = sample.map((row) => ({
      ...architecture,
      units: filled.reduce((units, at) => units.with(at, row.units[at] ?? []), architecture.units),
    }));
    return [{ name: filled.map((at) => space.units[at]?.name ?? "").join(" with "), unitIndex, others }];
  });
}

/** @param rules of the edges, where they are a choice of their own: an input stands in no inner place */
function placeQuestions(
  space: SearchSpace,
  architecture: Architecture,
  operations: Operations,
  rules: GraphRules | null,
): Question[] {
  const count = architecture.units.flat().length;
  const standsAt = (index: number, node: Node): boolean =>
    rules === null || endIssue(rules, node, index, count, operationKey) === null;
  return space.units.flatMap((unit, unitIndex) => {
    const first = architecture.units.slice(0, unitIndex).flat().length;
    return (architecture.units[unitIndex] ?? []).flatMap((node, layer): Question[] => {
      const legal = (operations[unitIndex]?.[layer] ?? []).filter(
        (other) => operationKey(other) !== operationKey(node) && standsAt(first + layer, other),
      );
      if (legal.length === 0) return [];
      const others = legal.slice(0, NUM_OTHERS).map((other) =>
        withLinkedEdges(space, {
          ...architecture,
          units: architecture.units.with(unitIndex, (architecture.units[unitIndex] ?? []).with(layer, other)),
        }),
      );
      return [{ name: `${unit.name}, ${layerName(unit, layer)}`, unitIndex, others }];
    });
  });
}

/** The prediction less the mean of those with another module, per question. @param others in the order of the questions */
export function contributions(
  questions: readonly Question[],
  predicted: number,
  valueOf: (architecture: Architecture) => number | null,
): {
  readonly name: string;
  readonly unitIndex: number;
  readonly change: number;
  readonly numOthers: number;
}[] {
  return questions.flatMap(({ name, unitIndex, others }) => {
    const values = others.flatMap((other) => valueOf(other) ?? []);
    if (values.length === 0) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [{ name, unitIndex, change: predicted - mean, numOthers: values.length }];
  });
}
