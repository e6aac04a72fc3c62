import Link from "next/link";
import { useWorkspace } from "@/components/workspace/workspace";
import { kindOfSimple } from "@/lib/core/predictorKinds";
import type { PredictorMetrics } from "@/lib/predictor/predictor";
import { formatCount } from "@/lib/figures/format";
import { asGoodAs, isFittedToFewer, partsInShort, type SimpleModel } from "@/lib/figures/madeOf";
import { formatSrcc, trustOf } from "@/lib/figures/trust";
import { hopRows, HopTrust } from "./trust/HopTrust";

const TONES = {
  good: "bg-good-soft text-good",
  info: "bg-accent-soft text-accent",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

/** A way to what a simple model says matters; none for a model that is no kind of predictor here. */
function SimpleImportances({ simple }: { simple: SimpleModel }) {
  const { dataset, predictorId } = useWorkspace();
  if (predictorId === null || kindOfSimple(simple.name) === null) return null;
  return (
    <>
      .{" "}
      <Link className="underline" href={`/datasets/${dataset.id}/train?predictor=${predictorId}`}>
        Put its importances beside these
      </Link>
    </>
  );
}

/** What the figure below rests on: how well the predictor and the hop it shows rank networks held out of training. */
export function TrustStrip({
  metrics,
  hop,
  scoreUnit,
}: {
  metrics: PredictorMetrics;
  hop: number;
  scoreUnit: string;
}) {
  const trust = trustOf(metrics.srcc);
  const ofHop = metrics.hopSrcc[hop];
  const { contributions = [], baselines = [] } = metrics;
  const simple = asGoodAs(baselines, metrics.srcc);
  return (
    <div
      role="note"
      aria-label="What this figure rests on"
      className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-1 rounded bg-sunken px-3 py-2 text-xs text-ink"
    >
      <span className={`rounded px-2 py-0.5 text-sm font-medium ${TONES[trust.tone]}`}>
        {trust.words}
        {metrics.srcc !== null && ` (SRCC ${formatSrcc(metrics.srcc)})`}
      </span>
      {ofHop !== undefined && <HopTrust hop={hop} srcc={ofHop} numRows={hopRows(metrics)} />}
      <span>
        {formatCount(metrics.numTrain, "row")} trained on, {formatCount(metrics.numTest, "row")} held out
      </span>
      {metrics.members > 1 && <span>{metrics.members} networks trained side by side (members)</span>}
      {contributions.length > 0 && <span>Made of: {partsInShort(contributions)}</span>}
      <span>Scores: {scoreUnit}</span>
      {simple && (
        <span className="basis-full">
          A simple model is as good here: {simple.name}, SRCC {formatSrcc(simple.srcc)}
          {isFittedToFewer(simple, metrics.numTrain) &&
            `, fitted to ${formatCount(simple.numTrain, "row")} only`}
          <SimpleImportances simple={simple} />
        </span>
      )}
      {metrics.notes?.map((note) => (
        <span key={note} className="basis-full text-warn">
          {note}
        </span>
      ))}
    </div>
  );
}
