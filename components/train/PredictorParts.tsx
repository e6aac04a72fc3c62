import Link from "next/link";
import { buttonClass } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import {
  asGoodAs,
  bestOf,
  coverageWords,
  formatShare,
  isFittedToFewer,
  partSentences,
  simpleSentence,
  type Part,
  type SimpleModel,
} from "@/lib/figures/madeOf";
import { kindOfSimple } from "@/lib/core/predictorKinds";
import { formatCount } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import type { PredictorMetrics } from "@/lib/predictor/predictor";

/** How another kind can be asked about the same target. */
export type OtherKinds = {
  /** Where another kind is trained. */
  readonly settingsHref: string;
  /** Chooses a kind there, with this predictor's target and seed; nothing is trained yet. */
  readonly choose: (kind: string) => void;
  /** The kind to check this one by; null where it is itself of that kind. */
  readonly secondOpinion: string | null;
  /** Importances of a trained predictor of that kind and target beside this one's; null where there is none. */
  readonly besideHref: (kind: string) => string | null;
};

/** What every prediction rests on: the parts and their weights, honest intervals, and whether a simple model would do. */
export function PredictorParts({
  metrics,
  others,
}: {
  metrics: PredictorMetrics;
  /** Null where none can be trained from here. */
  others: OtherKinds | null;
}) {
  const { contributions = [], baselines = [], coverage, numTest, srcc, numTrain } = metrics;
  return (
    <>
      {coverage !== undefined && numTest > 0 && <Coverage {...coverageWords(coverage, numTest)} />}
      {(contributions.length > 0 || baselines.length > 0) && (
        <div className="grid min-w-0 gap-6 md:grid-cols-2">
          {contributions.length > 0 && <MadeOf parts={contributions} others={others} />}
          {baselines.length > 0 && (
            <SimpleModels simple={baselines} srcc={srcc} numTrain={numTrain} others={others} />
          )}
        </div>
      )}
    </>
  );
}

function Coverage({ tone, words }: ReturnType<typeof coverageWords>) {
  return tone === "warn" ? <Note tone="warn">{words}</Note> : <p>{words}</p>;
}

function MadeOf({ parts, others }: { parts: readonly Part[]; others: OtherKinds | null }) {
  return (
    <section className="min-w-0" aria-label="What it is made of">
      <h3 className="font-medium">What it is made of</h3>
      <table className="mt-1 w-full max-w-md">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th className="font-normal">Part</th>
            <th className="font-normal" colSpan={2}>
              Weight in every prediction
            </th>
            <th className="text-right font-normal">SRCC, validation</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ part, weight, srcc }) => (
            <tr key={part}>
              <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
                {part}
              </th>
              <td className="w-12 pr-2 text-right whitespace-nowrap">{formatShare(weight)}</td>
              <td>
                <div className="h-3 bg-sunken" aria-hidden="true">
                  <div className="h-full bg-accent" style={{ width: `${weight * 100}%` }} />
                </div>
              </td>
              <td className="w-28 text-right">{formatSrcc(srcc)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {partSentences(parts).map((sentence) => (
        <p key={sentence} className="mt-1">
          {sentence}
        </p>
      ))}
      {others?.secondOpinion && (
        <OtherKind
          kind={others.secondOpinion}
          others={others}
          train="Train the module process alone for a second opinion"
          compare="See the module process's importances beside these"
        />
      )}
    </section>
  );
}

/** A way to another kind's importances: beside these where it is trained, else to its settings. */
function OtherKind({
  kind,
  others: { settingsHref, choose, besideHref },
  train,
  compare,
}: {
  kind: string;
  others: OtherKinds;
  train: string;
  compare: string;
}) {
  const beside = besideHref(kind);
  const look = `${buttonClass()} mt-2 max-w-full whitespace-normal!`;
  return beside === null ? (
    <a className={look} href={settingsHref} onClick={() => choose(kind)}>
      {train}
    </a>
  ) : (
    <Link className={look} href={beside}>
      {compare}
    </Link>
  );
}

type SimpleModelsProps = {
  simple: readonly SimpleModel[];
  srcc: number | null;
  numTrain: number;
  others: OtherKinds | null;
};

function SimpleModels({ simple, srcc, numTrain, others }: SimpleModelsProps) {
  const asGood = asGoodAs(simple, srcc);
  const best = bestOf(simple);
  const kind = best && kindOfSimple(best.name);
  const title = simple.some((model) => isFittedToFewer(model, numTrain))
    ? "Simple models on some of the rows"
    : "Simple models on the same rows";
  return (
    <section className="min-w-0" aria-label={title}>
      <h3 className="font-medium">{title}</h3>
      <table className="mt-1 w-full max-w-md">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th className="font-normal">Model</th>
            <th className="text-right font-normal">Fitted to</th>
            <th className="text-right font-normal">SRCC, held out</th>
          </tr>
        </thead>
        <tbody>
          {simple.map((model) => (
            <tr key={model.name} className={model === asGood ? "font-medium" : undefined}>
              <th scope="row" className={`text-left ${model === asGood ? "font-medium" : "font-normal"}`}>
                {model.name}
              </th>
              <td className="text-right">{formatCount(model.numTrain, "row")}</td>
              <td className="text-right">{formatSrcc(model.srcc)}</td>
            </tr>
          ))}
          {srcc !== null && (
            <tr className="border-t border-line">
              <th scope="row" className="text-left font-normal">
                this predictor
              </th>
              <td className="text-right">{formatCount(numTrain, "row")}</td>
              <td className="text-right">{formatSrcc(srcc)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="mt-1">{simpleSentence(simple, { srcc, numTrain })}</p>
      {others && best && kind && (
        <OtherKind
          kind={kind.kind}
          others={others}
          train={`Train ${best.name} to see its importances`}
          compare={`See the importances of ${best.name} beside these`}
        />
      )}
    </section>
  );
}
