"use client";

import { isWithin } from "@/lib/core/trust/nullBand";
import { formatEffect } from "@/lib/figures/evidence";
import { formatInteger } from "@/lib/figures/format";
import { useNullBand, type BandFigure } from "./useNullBand";

type NullBandNoteProps = {
  figure: BandFigure;
  unitIndex?: number;
  size?: number;
  /** What the figure shows, each as its score minus the mean it is compared with. */
  effects: readonly number[];
  /** `values`, `sequences` */
  noun: string;
};

/** Under a figure's trust strip: which of its effects noise alone would show too. Nothing while there is no null check. */
export function NullBandNote({ figure, unitIndex, size, effects, noun }: NullBandNoteProps) {
  const band = useNullBand(figure, unitIndex, size);
  if (band.status === "loading")
    return (
      <p className="mb-3 text-xs text-muted">
        Asking the predictor of shuffled targets what noise looks like here
      </p>
    );
  if (band.status === "failed")
    return (
      <p className="mb-3 text-xs text-warn">
        The predictor of shuffled targets could not answer: {band.message} Make the null check again.
      </p>
    );
  if (band.value === null) return null;
  const { low, high } = band.value;
  const numWithin = effects.filter((effect) => isWithin({ low, high }, effect)).length;
  return (
    <p className="mb-3 text-xs" role="note" aria-label="What noise looks like here">
      <span className="mr-2 inline-block rounded bg-sunken px-2 py-0.5 font-medium text-ink">
        Null band {formatEffect(low)} to {formatEffect(high)}
      </span>
      <span className="text-muted">
        An effect within this band is what noise looks like. {formatInteger(numWithin)} of{" "}
        {formatInteger(effects.length)} {noun} {numWithin === 1 ? "is" : "are"} within.
      </span>
    </p>
  );
}
