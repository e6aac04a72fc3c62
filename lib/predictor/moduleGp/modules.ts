import { numNodes, type Architecture, type Unit } from "../../core/architecture";
import type { Module } from "../../core/module";
import type { SearchSpace } from "../../core/searchSpace";
import type { Encoder, Point } from "./encoder";
import { matern } from "./kernel";
import type { Belief, Posterior } from "./process";

/** Rows whose other units a module is averaged over; the same for every module, so that their differences are its own. */
const NUM_BACKGROUNDS = 16;

/** Rows at even steps of the order of their targets: few rows that stand for all. */
export function backgrounds(
  architectures: readonly Architecture[],
  targets: Float64Array,
  count = NUM_BACKGROUNDS,
): Architecture[] {
  const order = architectures.map((_, index) => index);
  order.sort((a, b) => (targets[a] as number) - (targets[b] as number) || a - b);
  const size = Math.min(count, order.length);
  return Array.from({ length: size }, (_, step) => {
    const index = order[Math.floor(((step + 0.5) * order.length) / size)] ?? 0;
    return architectures[index] as Architecture;
  });
}

/** Whether the module is a whole unit rather than nodes inside one. */
export const isWholeUnit = (space: SearchSpace, module: Module): boolean =>
  space.structure === "staged" && module.layers.every((layer, index) => layer === index);

/** The architecture with the module put in; null where its unit is too short for the module's layers. */
export function withModule(
  architecture: Architecture,
  module: Module,
  wholeUnit: boolean,
): Architecture | null {
  const unit = architecture.units[module.unitIndex];
  if (unit === undefined) return null;
  if (!wholeUnit && module.layers.some((layer) => layer >= unit.length)) return null;
  const replaced: Unit = wholeUnit
    ? module.nodes
    : unit.map((node, layer) => module.nodes[module.layers.indexOf(layer)] ?? node);
  const changed = { ...architecture, units: architecture.units.with(module.unitIndex, replaced) };
  // Edges of its own only make sense while the nodes they join are all there.
  if (changed.edges && numNodes(changed) !== numNodes(architecture)) return null;
  return changed;
}

/** What the process believes about the mean of the target over the backgrounds with the module put in. */
export type ModuleEffects = (module: Module) => Belief | null;

export function moduleEffects(
  space: SearchSpace,
  encoder: Encoder,
  posterior: Posterior,
  rows: readonly Architecture[],
): ModuleEffects {
  const byUnit = new Map<number, (unit: Unit) => Belief>();
  return (module) => {
    if (encoder.addsUp && isWholeUnit(space, module)) {
      const effect =
        byUnit.get(module.unitIndex) ?? wholeUnitEffect(encoder, posterior, rows, module.unitIndex);
      byUnit.set(module.unitIndex, effect);
      return effect(module.nodes);
    }
    const changed = rows.flatMap((row) => withModule(row, module, isWholeUnit(space, module)) ?? []);
    if (changed.length === 0) return null;
    return posterior.meanOver(changed.map((architecture) => posterior.centred(encoder.encode(architecture))));
  };
}

/**
 * The same for whole units, where counts add up: what does not depend on the sequence (products of the backgrounds
 * with the rows) is computed once, and a sequence costs only its own few modules. Equal to the general way where every module was seen in the labelled rows.
 */
function wholeUnitEffect(
  encoder: Encoder,
  posterior: Posterior,
  backgroundRows: readonly Architecture[],
  unitIndex: number,
): (unit: Unit) => Belief {
  const { hyperparameters: at, rows } = posterior;
  const rests = backgroundRows.map((row) => {
    const whole = posterior.centred(encoder.encode(row)).known;
    const own = encoder.encodeUnit(unitIndex, row.units[unitIndex] ?? []).known;
    return whole.map((value, k) => value - (own[k] as number));
  });
  const rowSquares = rows.map((row) => product(row, row));
  const restProducts = rests.map((rest) => Float64Array.from(rows, (row) => product(rest, row)));
  const restSquares = rests.map((rest) => product(rest, rest));
  const meanRest = encoder.numColumns === 0 ? new Float64Array() : meanRow(rests);
  let maternPrior = 0;
  for (const [i, rest] of rests.entries()) {
    for (const [j, other] of rests.entries()) {
      const distance = (restSquares[i] as number) + (restSquares[j] as number) - 2 * product(rest, other);
      maternPrior += matern(distance, at.lengthScale) / rests.length ** 2;
    }
  }

  return (unit) => {
    const { known, unseen } = encoder.encodeUnit(unitIndex, unit);
    const held = sparse(known);
    const ownSquare = product(known, known) + unseen;
    const ownRests = rests.map((rest) => sparseProduct(held, rest));
    const covariances = new Float64Array(rows.length);
    rows.forEach((row, j) => {
      const ownRow = sparseProduct(held, row);
      let linear = 0;
      let nonlinear = 0;
      for (let r = 0; r < rests.length; r++) {
        const between = (restProducts[r]?.[j] as number) + ownRow;
        const square = (restSquares[r] as number) + ownSquare + 2 * (ownRests[r] as number);
        linear += between;
        nonlinear += matern(square + (rowSquares[j] as number) - 2 * between, at.lengthScale);
      }
      covariances[j] = (at.linearVariance * linear + at.maternVariance * nonlinear) / rests.length;
    });
    const meanSquare = product(meanRest, meanRest) + ownSquare + 2 * sparseProduct(held, meanRest);
    return posterior.given(covariances, at.linearVariance * meanSquare + at.maternVariance * maternPrior);
  };
}

type Sparse = { readonly columns: readonly number[]; readonly amounts: readonly number[] };

function sparse(known: Point["known"]): Sparse {
  const columns = [...known.keys()].filter((column) => known[column] !== 0);
  return { columns, amounts: columns.map((column) => known[column] as number) };
}

function sparseProduct(held: Sparse, dense: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < held.columns.length; k++) {
    sum += (held.amounts[k] as number) * (dense[held.columns[k] as number] as number);
  }
  return sum;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

const meanRow = (rows: readonly Float64Array[]): Float64Array =>
  Float64Array.from(
    rows[0] ?? [],
    (_, k) => rows.reduce((sum, row) => sum + (row[k] as number), 0) / rows.length,
  );
