"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/Button";
import type { Module } from "@/lib/core/module";
import { MOST_OTHER_DIFFERENCES } from "@/lib/core/trust/matchedPairs";
import type { MeanInterval } from "@/lib/core/trust/student";
import { fillsUnit } from "@/lib/figures/linked";
import { formatEffect } from "@/lib/figures/evidence";
import { formatCount, formatInteger } from "@/lib/figures/format";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { CounterExamples } from "./CounterExamples";
import { DifferenceFigure } from "./DifferenceFigure";
import { useChallenge, type Challenge } from "./useChallenge";

type ChallengePanelProps = {
  module: Module;
  /** Whether the user has asked the data. */
  wanted: boolean;
  onWant: () => void;
};

/** One click puts a module's claim to the user's own rows. */
export function ChallengePanel({ module, wanted, onWant }: ChallengePanelProps) {
  const answer = useChallenge(module, wanted);
  if (!wanted)
    return (
      <Button onClick={onWant} className="justify-self-start">
        Challenge this
      </Button>
    );
  return (
    <section aria-label="Challenge" className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-medium">Do the measured rows agree?</h3>
      <Answer answer={answer} waiting="Looking for rows that differ only there">
        {(challenge) => <Outcome challenge={challenge} module={module} />}
      </Answer>
    </section>
  );
}

function Outcome({ challenge, module }: { challenge: Challenge; module: Module }) {
  const { dataset, scoreUnit } = useExploration();
  const { matching, measured, claimed, numPairs, numAgainst, unmatched } = challenge;
  const rest = fillsUnit(dataset.space, module) ? "the rest of the network" : "every other place";
  const bars = useMemo(
    () => [
      { name: "Predictor claims", mean: claimed, low: NaN, high: NaN },
      ...(measured ? [{ name: "Rows measure", ...measured }] : []),
    ],
    [claimed, measured],
  );
  if (measured === null) return <NoPairs challenge={challenge} rest={rest} />;
  return (
    <>
      <p className="text-muted">{matchedWords(challenge, rest)}</p>
      <DifferenceFigure bars={bars} unit={scoreUnit} />
      <p>
        <strong className="font-medium">{verdict(claimed, measured)}</strong> {formatInteger(numAgainst)} of{" "}
        {formatCount(numPairs, "pair")} {numAgainst === 1 ? "goes" : "go"} the other way.
      </p>
      <CounterExamples examples={challenge.counterExamples} numAgainst={numAgainst} />
      {matching.kind === "nearest" && (
        <p className="text-xs text-muted">
          The rows of a pair differ elsewhere too, which adds to the difference; read it with that in mind.
        </p>
      )}
      <Unmatched unmatched={unmatched} challenge={challenge} />
    </>
  );
}

function matchedWords({ matching, mostOtherDifferences }: Challenge, rest: string): string {
  const { sets, kind } = matching;
  if (kind === "exact")
    return `${formatCount(sets.length, "set")} of measured rows with the same in ${rest}: those that hold the module against those that have something else there.`;
  const differences = sets.map(({ numOtherDifferences }) => numOtherDifferences);
  const least = Math.min(...differences);
  const range =
    least === mostOtherDifferences
      ? formatCount(least, "other place")
      : `${least} to ${formatCount(mostOtherDifferences, "other place")}`;
  return `Too few rows differ only there, so ${formatCount(sets.length, "pair")} of the nearest rows are compared, each row once; they differ in ${range} besides.`;
}

/** What claim and measurement say of each other. */
function verdict(claimed: number, { low, high }: MeanInterval): string {
  if (!Number.isFinite(claimed)) return "The predictor claims nothing about these rows.";
  if (!Number.isFinite(low)) return "One set alone has no interval, so nothing is settled.";
  if (low <= claimed && claimed <= high)
    return low <= 0 && 0 <= high
      ? "The claim lies within the measured interval, but so does no effect at all."
      : "The rows agree with the claim.";
  if (low > 0 === claimed > 0 && high < 0 === claimed < 0)
    return `The rows agree with the direction; the effect they measure is ${Math.abs(claimed) < Math.min(Math.abs(low), Math.abs(high)) ? "larger" : "smaller"}.`;
  return low <= 0 && 0 <= high
    ? "The rows do not confirm it: no effect at all lies within the measured interval."
    : "The rows contradict the claim.";
}

function NoPairs({ challenge, rest }: { challenge: Challenge; rest: string }) {
  const { holders, others, nearest } = challenge.matching;
  const reason =
    holders.length === 0
      ? "No measured row holds the module, so the score is a guess from other modules."
      : others.length === 0
        ? "Every measured row that has this place holds the module, so there is nothing to compare with."
        : `No two measured rows share ${rest}, not even up to ${MOST_OTHER_DIFFERENCES} places${
            nearest !== null && Number.isFinite(nearest) ? `; the nearest differ in ${nearest}` : ""
          }.`;
  return (
    <>
      <p>{reason}</p>
      <Unmatched unmatched={challenge.unmatched} challenge={challenge} />
      {holders.length > 0 && others.length > 0 && (
        <p className="text-xs text-muted">
          Measuring a few architectures that differ only there would settle it.
        </p>
      )}
    </>
  );
}

/** The plain comparison of groups: fair where rows were drawn at random, since then nothing else differs on average. */
function Unmatched({ unmatched, challenge }: { unmatched: MeanInterval | null; challenge: Challenge }) {
  if (unmatched === null) return null;
  const { holders, others } = challenge.matching;
  return (
    <p className="text-xs text-muted">
      Not matched: the mean of all {formatInteger(holders.length)} rows that hold it minus that of{" "}
      {formatInteger(others.length)} that have something else there is {formatEffect(unmatched.mean)} (90 %
      interval {formatEffect(unmatched.low)} to {formatEffect(unmatched.high)}); fair where rows were drawn at
      random.
    </p>
  );
}
