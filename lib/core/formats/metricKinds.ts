import type { Metric } from "../dataset";

const QUALITY = /acc|top.?[15]\b|bleu|f1|map\b|miou|auc|psnr|_perf$|score|reward|perplex|ppl|loss|err/i;
const ACCURACY = /acc|top.?[15]\b|f1|miou|auc|_perf$/i;
const TIME = /lat(?:ency)?(?:[^a-z]|$)|time|duration|seconds|runtime/i;
const NEEDS_UNIT = /energy|power|mem(?:ory)?(?:[^a-z]|$)|co2|carbon/i;

/** Whether a metric says how good a network is, rather than what it costs. */
export const isQuality = ({ label }: Pick<Metric, "label">): boolean => QUALITY.test(label);

/** Whether it is a share of right answers, in percent or as a fraction. */
export const isAccuracy = ({ label }: Pick<Metric, "label">): boolean =>
  ACCURACY.test(label) && !/err/i.test(label);

export const isTime = ({ label }: Pick<Metric, "label">): boolean => TIME.test(label);

/** Whether its numbers mean little without a unit. */
export const needsUnit = ({ label }: Pick<Metric, "label">): boolean =>
  TIME.test(label) || NEEDS_UNIT.test(label);
