import { scaleLinear } from "d3";
import type { Compared } from "./compareScores";

export type AgreementPoint = { readonly key: string; readonly x: number; readonly y: number };

export type AgreementScatter = {
  readonly points: readonly AgreementPoint[];
  /** Ends of the diagonal on which both say the same. */
  readonly diagonal: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly ticks: readonly { readonly value: number; readonly x: number; readonly y: number }[];
};

/** Standardised scores of the first predictor across, of the second up, on equal scales; pixels of a square. */
export function agreementScatter(
  compared: readonly Compared[],
  size: number,
  padding = 30,
): AgreementScatter {
  const reach = compared.reduce(
    (most, { standardised: [a, b] }) => Math.max(most, Math.abs(a), Math.abs(b)),
    1,
  );
  const x = scaleLinear([-reach, reach], [padding, size - 8]);
  const y = scaleLinear([-reach, reach], [size - padding, 8]);
  return {
    points: compared.map(({ key, standardised: [a, b] }) => ({ key, x: x(a), y: y(b) })),
    diagonal: { x1: x(-reach), y1: y(-reach), x2: x(reach), y2: y(reach) },
    ticks: x.ticks(5).map((value) => ({ value, x: x(value), y: y(value) })),
  };
}
