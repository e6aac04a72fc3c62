"use client";

import type { Node } from "@/lib/core/architecture";
import type { ModuleScore } from "@/lib/core/module";
import { isWithin, type NullBand } from "@/lib/core/trust/nullBand";
import { formatEffect } from "@/lib/figures/evidence";
import { formatInteger } from "@/lib/figures/format";
import type { PairPlace } from "@/lib/figures/modules/pairMatrix";
import { noiseRanges } from "@/lib/figures/trust/unitBands";
import { useNullBand, usePairBand, type BandFigure, type Noise, type UnitBands } from "./useNullBand";

type BandNoteProps = {
  band: Noise<NullBand>;
  /** What the figure shows, each as its score minus the mean it is compared with. */
  effects: readonly number[];
  /** `values`, `sequences` */
  noun: string;
};

type NullBandNoteProps = Omit<BandNoteProps, "band"> & {
  figure: BandFigure;
  unitIndex?: number;
  size?: number;
};

export function NullBandNote({ figure, unitIndex, size, ...shown }: NullBandNoteProps) {
  return <BandNote band={useNullBand(figure, unitIndex, size)} {...shown} />;
}

type PairBandNoteProps = Omit<BandNoteProps, "band" | "noun"> & {
  place: PairPlace;
  operations: readonly Node[];
};

export function PairBandNote({ place, operations, effects }: PairBandNoteProps) {
  return <BandNote band={usePairBand(place, operations)} effects={effects} noun="pairs" />;
}

/** Under a figure's trust strip: which of its effects noise alone would show too. */
export function BandNote({ band, effects, noun }: BandNoteProps) {
  return (
    <NoiseAnswer noise={band}>
      {({ low, high }) => (
        <NoiseLine title={`Null band ${formatEffect(low)} to ${formatEffect(high)}`}>
          An effect within this band is what noise looks like.{" "}
          <NumWithin
            count={effects.filter((effect) => isWithin({ low, high }, effect)).length}
            total={effects.length}
            noun={noun}
          />{" "}
          within.
        </NoiseLine>
      )}
    </NoiseAnswer>
  );
}

/** The same where every unit has a band of its own. */
export function UnitBandsNote({
  noise,
  scores,
}: {
  noise: Noise<UnitBands>;
  scores: readonly ModuleScore[];
}) {
  return (
    <NoiseAnswer noise={noise}>
      {({ ofUnits }) => (
        <NoiseLine title="Null bands shaded">
          Around the mean of a unit’s modules, a score within the shaded band is what noise looks like.{" "}
          <NumWithin count={numWithinUnits(scores, ofUnits)} total={scores.length} noun="modules" /> within.
        </NoiseLine>
      )}
    </NoiseAnswer>
  );
}

const numWithinUnits = (scores: readonly ModuleScore[], bands: UnitBands["ofUnits"]): number => {
  const ranges = new Map(noiseRanges(scores, bands).map((range) => [range.unitIndex, range]));
  return scores.filter(({ unitIndex, score }) => {
    const range = ranges.get(unitIndex);
    return range !== undefined && isWithin(range, score);
  }).length;
};

const NumWithin = ({ count, total, noun }: { count: number; total: number; noun: string }) => (
  <>
    {formatInteger(count)} of {formatInteger(total)} {noun} {count === 1 ? "is" : "are"}
  </>
);

function NoiseLine({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <p className="mb-3 text-xs" role="note" aria-label="What noise looks like here">
      <span className="mr-2 inline-block rounded bg-sunken px-2 py-0.5 font-medium text-ink">{title}</span>
      <span className="text-muted">{children}</span>
    </p>
  );
}

type NoiseAnswerProps<T> = { noise: Noise<T>; children: (value: T) => React.ReactNode };

/** Says that the predictor of shuffled targets is asked, or that it failed; nothing while there is no null check. */
function NoiseAnswer<T>({ noise, children }: NoiseAnswerProps<T>) {
  if (noise.status === "loading")
    return (
      <p className="mb-3 text-xs text-muted">
        Asking the predictor of shuffled targets what noise looks like here
      </p>
    );
  if (noise.status === "failed")
    return (
      <p className="mb-3 text-xs text-warn">
        The predictor of shuffled targets could not answer: {noise.message} Make the null check again.
      </p>
    );
  return noise.value === null ? null : children(noise.value);
}
