/**
 * A claim card: one sentence about a module that can be carried into a paper or a chat, with everything it rests on,
 * as Markdown. Texts of users (names, targets) are escaped, so that they stay text wherever the card is pasted.
 */

export type ClaimedInterval = { readonly mean: number; readonly low: number; readonly high: number };

export type Claim = {
  /** `e6k5 e6k3 in unit 2` */
  readonly module: string;
  /** What the score is compared with: `the mean of 3-layer sequences of the unit`. */
  readonly against: string;
  /** Score minus that mean, and its 90 % interval, in units of the target; null ends where there is no interval. */
  readonly effect: number;
  readonly low: number | null;
  readonly high: number | null;
  /** `% (accuracy)` */
  readonly scoreUnit: string;
  /** Measured architectures that hold it. */
  readonly support: number;
  /** What matched rows of the data say; null where there are none. */
  readonly measured:
    | (ClaimedInterval & {
        readonly numSets: number;
        readonly numPairs: number;
        readonly numAgainst: number;
        /** Other differences between the rows of a pair, at most. */
        readonly mostOtherDifferences: number;
        /** `net-12 (74.3) against net-7 (74.9)` */
        readonly counterExamples: readonly string[];
      })
    | null;
  /** `−0.2 to 0.2`: what a predictor of shuffled targets claims; null where it was not asked. */
  readonly noise: { readonly low: number; readonly high: number } | null;
  readonly dataset: string;
  readonly predictor: string;
  /** Held-out SRCC; null where nobody knows. */
  readonly srcc: number | null;
  readonly numTrain: number;
  readonly link: string;
};

/** Writes a number for people; a difference shows its sign. */
export type ClaimNumbers = {
  readonly effect: (value: number) => string;
  readonly srcc: (value: number) => string;
};

/** The claim in one plain sentence. */
export function claimSentence(claim: Claim, { effect }: ClaimNumbers): string {
  const interval =
    claim.low === null || claim.high === null
      ? "no interval"
      : `90 % interval ${effect(claim.low)} to ${effect(claim.high)}`;
  return `${claim.module} scores ${effect(claim.effect)} ${claim.scoreUnit} against ${claim.against} (${interval}; held by ${count(claim.support, "measured architecture")}).`;
}

/** What the user's own rows say of it, in one sentence. */
export function evidenceSentence({ measured, scoreUnit }: Claim, { effect }: ClaimNumbers): string {
  if (measured === null)
    return "No two measured architectures differ there alone, so the data cannot be asked.";
  const { numSets, numPairs, numAgainst, mostOtherDifferences } = measured;
  const interval = Number.isFinite(measured.low)
    ? `, 90 % interval ${effect(measured.low)} to ${effect(measured.high)}`
    : "";
  const elsewhere =
    mostOtherDifferences === 0
      ? "differ only there"
      : `differ there and in at most ${count(mostOtherDifferences, "other place")}`;
  return `Measured architectures that ${elsewhere}: ${effect(measured.mean)} ${scoreUnit}${interval} (n = ${numSets} matched ${numSets === 1 ? "set" : "sets"}); ${numAgainst} of ${count(numPairs, "pair")} go the other way.`;
}

/** The card as Markdown; every text that users wrote is escaped. */
export function claimMarkdown(claim: Claim, numbers: ClaimNumbers): string {
  const lines = [
    `**${escapeMarkdown(claimSentence(claim, numbers))}**`,
    "",
    `- ${escapeMarkdown(evidenceSentence(claim, numbers))}`,
  ];
  if (claim.measured !== null && claim.measured.counterExamples.length > 0) {
    lines.push("- Strongest counter-examples (target in brackets):");
    for (const example of claim.measured.counterExamples) lines.push(`  - ${escapeMarkdown(example)}`);
  }
  if (claim.noise !== null) {
    const inside = claim.noise.low <= claim.effect && claim.effect <= claim.noise.high;
    const band = `${numbers.effect(claim.noise.low)} to ${numbers.effect(claim.noise.high)}`;
    lines.push(
      `- ${escapeMarkdown(`After training on shuffled targets, effects lie in ${band}; this one is ${inside ? "within: noise looks like that" : "outside"}.`)}`,
    );
  }
  const srcc = claim.srcc === null ? "not known" : numbers.srcc(claim.srcc);
  lines.push(
    `- ${escapeMarkdown(`Dataset ${claim.dataset}; predictor ${claim.predictor}, trained on ${count(claim.numTrain, "row")}, held-out SRCC ${srcc}.`)}`,
    `- <${escapeAddress(claim.link)}>`,
    "",
  );
  return lines.join("\n");
}

const count = (value: number, noun: string): string => `${value} ${noun}${value === 1 ? "" : "s"}`;

/**
 * Text that Markdown shows as it is: every sign that could begin a mark gets a backslash (CommonMark lets any ASCII
 * punctuation have one), and line breaks become spaces.
 */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\r\n\t]+/g, " ").replace(/[\\`*_{}[\]<>#|~!&$^]/g, (sign) => `\\${sign}`);

/** An address between angle brackets must hold neither brackets nor spaces. */
const escapeAddress = (address: string): string =>
  address.replace(/[<>\s]/g, (sign) => encodeURIComponent(sign));
