import type { Architecture, Unit } from "../../core/architecture";
import type { Module } from "../../core/module";
import { sequenceNodes } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";
import { mean } from "../../core/stats";
import { contextsOf, fillsSequence, isWholeUnit } from "../moduleContexts";
import type { Encoder } from "./encoder";
import { maternTable } from "./kernel";
import { weighted, type Belief, type Posterior } from "./process";
import { densePoint, dot, meanRow, minus, sparseDot, times } from "./vectors";

/** What the process believes about the mean of the target over the backgrounds with the module put in. */
export type ModuleEffects = (module: Module) => Belief | null;

export function moduleEffects(
  space: SearchSpace,
  encoder: Encoder,
  posterior: Posterior,
  rows: readonly Architecture[],
): ModuleEffects {
  const byUnit = new Map<number, (unit: Unit) => Belief>();
  const unchanged = rows.map((row) => posterior.expected(encoder.encode(row)));
  return (module) => {
    if (encoder.addsUp && isWholeUnit(space, module) && fillsSequence(space, module)) {
      const effect =
        byUnit.get(module.unitIndex) ?? sequenceEffect(space, encoder, posterior, rows, module.unitIndex);
      byUnit.set(module.unitIndex, effect);
      return effect(module.nodes);
    }
    const changed = contextsOf(space, rows, module);
    const fitting = changed.flatMap((architecture) => architecture ?? []);
    if (fitting.length === 0) return null;
    const { mean: level, variance } = posterior.meanOver(
      fitting.map((architecture) => encoder.encode(architecture)),
    );
    // What the rows that it fits into are worth anyway is not the module's: few rows have a twelfth layer, say.
    const own = mean(unchanged.filter((_, row) => changed[row] !== null));
    return { mean: level + mean(unchanged) - own, variance };
  };
}

/**
 * The same for sequences, where counts add up: what does not depend on the sequence (products of the backgrounds
 * with the rows) is computed once, and a sequence costs only its own few modules. Equal to the general way where every module was seen in the labelled rows.
 */
function sequenceEffect(
  space: SearchSpace,
  encoder: Encoder,
  posterior: Posterior,
  backgroundRows: readonly Architecture[],
  unitIndex: number,
): (nodes: Unit) => Belief {
  const { hyperparameters, metric, rows } = posterior;
  const { maternVariance } = hyperparameters;
  const correlation = maternTable();
  const rests = backgroundRows.map((row) => {
    const own = encoder.encodeSequence(unitIndex, sequenceNodes(space, row, unitIndex));
    return minus(posterior.centred(encoder.encode(row)), densePoint(own, encoder.columns.size));
  });
  const rowSquares = Float64Array.from(rows, ({ square }) => square);
  const restProducts = rests.map((rest) => Float64Array.from(rows, ({ distance }) => dot(rest, distance)));
  const weighedRests = rests.map((rest) => times(rest, metric.distance));
  const restSquares = rests.map((rest, r) => dot(rest, weighedRests[r] as Float64Array));
  const meanRest = meanRow(rests);
  const linearRest = times(meanRest, metric.linear);
  const linearProducts = Float64Array.from(rows, ({ linear }) => dot(meanRest, linear));
  let maternPrior = 0;
  for (const [i, rest] of rests.entries()) {
    for (const j of rests.keys()) {
      const between = dot(rest, weighedRests[j] as Float64Array);
      const distance = (restSquares[i] as number) + (restSquares[j] as number) - 2 * between;
      maternPrior += correlation(distance) / rests.length ** 2;
    }
  }

  return (nodes) => {
    const held = encoder.encodeSequence(unitIndex, nodes);
    const squareIn = (weights: Float64Array): number =>
      held.amounts.reduce(
        (sum, amount, k) => sum + amount * amount * (weights[held.columns[k] as number] as number),
        0,
      );
    const ownSquare = squareIn(metric.distance) + weighted(held.unseen, metric.unseenDistance);
    const ownProducts = Float64Array.from(rows, ({ distance }) => sparseDot(held, distance));
    const nonlinear = new Float64Array(rows.length);
    rests.forEach((_, r) => {
      const products = restProducts[r] as Float64Array;
      const square =
        (restSquares[r] as number) + ownSquare + 2 * sparseDot(held, weighedRests[r] as Float64Array);
      for (let j = 0; j < rows.length; j++) {
        const between = (products[j] as number) + (ownProducts[j] as number);
        nonlinear[j] =
          (nonlinear[j] as number) + correlation(square + (rowSquares[j] as number) - 2 * between);
      }
    });
    const covariances = nonlinear.map(
      (sum, j) =>
        (linearProducts[j] as number) +
        sparseDot(held, rows[j]?.linear ?? linearRest) +
        (maternVariance * sum) / rests.length,
    );
    const linearSquare =
      dot(meanRest, linearRest) +
      squareIn(metric.linear) +
      weighted(held.unseen, metric.unseenLinear) +
      2 * sparseDot(held, linearRest);
    return posterior.given(covariances, linearSquare + maternVariance * maternPrior);
  };
}
