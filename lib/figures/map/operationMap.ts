import type { Node, NodePlace } from "../../core/architecture";
import { operationKey } from "../../core/searchSpace";
import { rankAgreement } from "../../core/stats";
import type { OperationContrast, OperationContrasts } from "../../core/trust/operationContrasts";
import { classicalScaling } from "./classicalScaling";

/** What the measured rows say of a pair, beside what they say of all pairs. */
export type MeasuredPair = OperationContrast & {
  /**
   * alike: surely less than half as different as two typical operations; different: surely more than that; unsure: the
   * interval holds that half.
   */
  readonly verdict: "alike" | "different" | "unsure";
};

export type OperationPair = {
  /** Indexes of operations, a < b. */
  readonly a: number;
  readonly b: number;
  readonly distance: number;
  /** Whether a line joins them: they are the nearest there is, or cannot be told apart. */
  readonly joined: boolean;
  /** Where their scores differ most, in units of the target; null where distances do not rest on scores. */
  readonly largest: (NodePlace & { readonly difference: number }) | null;
  /** Null where the rows never have both at one place, or are too few. */
  readonly measured: MeasuredPair | null;
};

/** What distances rest on. */
export type MapBasis =
  | {
      readonly from: "embeddings";
      readonly numMembers: number;
      /** Mean rank correlation of each member's distances with the others' mean; null for one member. */
      readonly memberAgreement: number | null;
    }
  | { readonly from: "scores"; readonly hasIntervals: boolean };

export type MappedOperation = { readonly operation: Node; readonly key: string; readonly label: string };

export type OperationMap = {
  readonly basis: MapBasis;
  readonly operations: readonly MappedOperation[];
  /** Coordinates in units of the distances, one per operation. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Share of the squared distances that the plane shows, 0..1. */
  readonly shown: number;
  /** All pairs, the nearest first. */
  readonly pairs: readonly OperationPair[];
  readonly data: MapData | null;
};

/** How the whole map stands to the measured rows. */
export type MapData = {
  /** Rank correlation of distances with measured differences. */
  readonly agreement: number;
  /** Pairs that the rows tell something of. */
  readonly numPairs: number;
  /** Root mean squared measured difference of these pairs, in units of the target. */
  readonly typical: number;
};

/** What the callers know of a pair. */
export type ComparedPair = Omit<OperationPair, "measured">;

/** Fewer pairs than this have no rank correlation worth telling. */
const LEAST_PAIRS = 3;

export const mappedOperation = (operation: Node, label: string): MappedOperation => ({
  operation,
  label,
  key: operationKey(operation),
});

/**
 * A map from the distances of all pairs.
 * @param pairs every pair of operations once
 * @param contrasts what the measured rows say; null where they are too few
 */
export function mapOf(
  basis: MapBasis,
  operations: readonly MappedOperation[],
  pairs: readonly ComparedPair[],
  contrasts: OperationContrasts | null,
): OperationMap {
  const distances = operations.map(() => operations.map(() => 0));
  for (const { a, b, distance } of pairs) {
    const [rowA, rowB] = [distances[a], distances[b]];
    if (rowA) rowA[b] = distance;
    if (rowB) rowB[a] = distance;
  }
  const contrastOf = pairs.map(({ a, b }) => {
    const [one, other] = [operations[a], operations[b]];
    return one && other ? (contrasts?.between(one.operation, other.operation) ?? null) : null;
  });
  const data = mapData(pairs, contrastOf);
  const measured = pairs.map((pair, index): OperationPair => {
    const contrast = contrastOf[index] ?? null;
    return { ...pair, measured: contrast && data && { ...contrast, verdict: verdictOf(contrast, data) } };
  });
  return {
    basis,
    operations,
    ...classicalScaling(distances),
    pairs: measured.sort((one, other) => one.distance - other.distance),
    data,
  };
}

function mapData(
  pairs: readonly ComparedPair[],
  contrasts: readonly (OperationContrast | null)[],
): MapData | null {
  const known = pairs.flatMap(({ distance }, index) => {
    const contrast = contrasts[index];
    return contrast ? [{ distance, squared: contrast.squared }] : [];
  });
  if (known.length < LEAST_PAIRS) return null;
  return {
    agreement: rankAgreement(
      known.map(({ distance }) => distance),
      known.map(({ squared }) => squared),
    ),
    numPairs: known.length,
    typical: Math.sqrt(Math.max(0, known.reduce((sum, { squared }) => sum + squared, 0) / known.length)),
  };
}

function verdictOf({ low, high }: OperationContrast, { typical }: MapData): MeasuredPair["verdict"] {
  if (high < typical / 2) return "alike";
  return low > typical / 2 ? "different" : "unsure";
}
