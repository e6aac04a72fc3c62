import { formatCount } from "./format";
import { formatSrcc } from "./trust";

/** A part of a predictor: its weight in every prediction, and its SRCC on validation rows that it did not see. */
export type Part = { readonly part: string; readonly weight: number; readonly srcc: number };

/** A simple model on the same split, and its held-out SRCC. */
export type SimpleModel = { readonly name: string; readonly numTrain: number; readonly srcc: number };

/** Below this weight a part changes no decision. */
const LEAST_WEIGHT = 0.05;
/** Parts whose SRCC differ by more than this do not see the same. */
const DISAGREEMENT = 0.1;
/** A simple model that ranks worse by no more than this is as good. */
const AS_GOOD = 0.005;
/** Shares of rows inside a 90 % interval that fit its promise. */
const HONEST_COVERAGE = { least: 0.85, most: 0.95 } as const;
/** With fewer held-out rows the share inside the intervals is little more than chance. */
const FEWEST_ROWS_TO_WARN = 20;
/** The part whose embeddings module scores are read out of, whatever it weighs. */
const NETWORK = "graph network";

/** `34 %`; no decimals, since weights move by more than that from seed to seed. */
export const formatShare = (share: number): string => `${Math.round(share * 100)} %`;

/** `graph network 34 %, module process 66 %` */
export const partsInShort = (parts: readonly Part[]): string =>
  parts.map(({ part, weight }) => `${part} ${formatShare(weight)}`).join(", ");

/** What carries a prediction, which part adds nothing, and which to trust where parts disagree: whole sentences. */
export function partSentences(parts: readonly Part[]): string[] {
  return [carried(parts), ...idleSentences(parts), ...trusted(parts)];
}

const carried = (parts: readonly Part[]): string =>
  `${parts
    .map(({ part, weight }, index) =>
      index === 0
        ? `The ${part} carries ${formatShare(weight)} of every prediction`
        : `the ${part} ${formatShare(weight)}`,
    )
    .join("; ")}.`;

/** Which parts add nothing to predictions; the network's embeddings are read even then. */
export const idleSentences = (parts: readonly Part[]): string[] =>
  parts.length < 2
    ? []
    : parts
        .filter(({ weight }) => weight < LEAST_WEIGHT)
        .map(({ part, weight }) => {
          const others = parts.filter((other) => other.part !== part).map((other) => `the ${other.part}`);
          const amount = formatShare(weight) === "0 %" ? "nothing" : "next to nothing";
          const embeddings = part === NETWORK ? "; its embeddings still carry the importances" : "";
          return `On these rows the ${part} adds ${amount} to ${others.join(" and ")}${embeddings}.`;
        });

function trusted(parts: readonly Part[]): string[] {
  const ordered = parts.filter(({ srcc }) => Number.isFinite(srcc)).sort((a, b) => b.srcc - a.srcc);
  const [best] = ordered;
  const worst = ordered.at(-1);
  if (!best || !worst || best.srcc - worst.srcc <= DISAGREEMENT) return [];
  return [
    `The parts disagree: on rows it did not see the ${best.part} ranks with SRCC ${formatSrcc(best.srcc)}, the ${worst.part} with ${formatSrcc(worst.srcc)}. Trust the ${best.part}.`,
  ];
}

/** How honest the 90 % intervals were on held-out rows, in words; `warn` where they are too narrow or too wide. */
export function coverageWords(coverage: number, numTest: number): { tone: "info" | "warn"; words: string } {
  const words = `${formatShare(coverage)} of the held-out architectures lie inside their 90 % interval`;
  if (numTest < FEWEST_ROWS_TO_WARN)
    return { tone: "info", words: `${words}; with ${numTest} of them that says little.` };
  if (coverage < HONEST_COVERAGE.least)
    return { tone: "warn", words: `${words}: intervals are too narrow here, so take them as wider.` };
  if (coverage > HONEST_COVERAGE.most)
    return {
      tone: "warn",
      words: `${words}: intervals are too wide here, so differences may be surer than shown.`,
    };
  return { tone: "info", words: `${words}, as they should.` };
}

/** The simple model that ranks held-out rows best; null where there is none. */
export const bestOf = (simple: readonly SimpleModel[]): SimpleModel | null =>
  [...simple].sort((a, b) => b.srcc - a.srcc)[0] ?? null;

/** The best simple model where it ranks held-out rows as well as the predictor; null where none does. */
export function asGoodAs(simple: readonly SimpleModel[], srcc: number | null): SimpleModel | null {
  const best = bestOf(simple);
  return srcc !== null && best !== null && best.srcc >= srcc - AS_GOOD ? best : null;
}

/**
 * `A simple model is as good here: ...`, or how far the best simple model stays behind; null where there is none.
 * @param numTrain rows that the predictor was fitted to, which may be more
 */
export function simpleSentence(
  simple: readonly SimpleModel[],
  { srcc, numTrain }: { readonly srcc: number | null; readonly numTrain: number },
): string | null {
  const best = bestOf(simple);
  if (srcc === null || best === null) return null;
  const isAsGood = asGoodAs(simple, srcc) !== null;
  const start = isAsGood ? "A simple model is as good here" : "Simple models rank worse here";
  // Two decimals would show what "worse" is said of as equal.
  const isClose = !isAsGood && formatSrcc(best.srcc) === formatSrcc(srcc);
  const shown = (value: number): string => (isClose ? value.toFixed(3) : formatSrcc(value));
  const sentence = `${start}: ${best.name} ranks held-out rows with ${shown(best.srcc)}, this predictor with ${shown(srcc)}.`;
  return isFittedToFewer(best, numTrain)
    ? `${sentence} The simple model was fitted to ${formatCount(best.numTrain, "row")} only, this predictor to ${numTrain.toLocaleString("en")}.`
    : sentence;
}

/** Whether a simple model saw fewer rows than the predictor, so that the two are not compared like with like. */
export const isFittedToFewer = (model: SimpleModel, numTrain: number): boolean => model.numTrain < numTrain;
