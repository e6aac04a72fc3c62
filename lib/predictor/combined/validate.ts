import { mean, rankAgreement, standardDeviation } from "../../core/stats";
import { conformalQuantile } from "../conformal";
import { processDeviation, weighted, type Weights } from "./beliefs";
import type { TrainedMembers } from "./members";
import type { Rows } from "../holdOut";
import type { Processes } from "./processes";
import { stackWeights } from "./stack";

/** Validation rows whose deviations are computed for the reach of intervals, and that are kept to be looked at. */
const MOST_CALIBRATED = 600;

/**
 * Rows' worth of doubt in the network, which is many times as free as the process: where few rows say which of them
 * errs less, the one that did on these rows often does not on others.
 */
const ROWS_OF_DOUBT = 20;

/** Mean variance between members; 0 where there is one only. */
const spread = (members: readonly Float64Array[]): number =>
  members.length < 2
    ? 0
    : mean(
        (members[0] ?? new Float64Array()).map(
          (_, row) =>
            standardDeviation(
              members.map((member) => member[row] as number),
              1,
            ) ** 2,
        ),
      );

/** What validation rows say of the parts; `network` and `process` are their SRCC there. */
export type Validated = {
  readonly weights: Weights;
  readonly reach: number;
  readonly network: number;
  readonly process: number;
  /** What both together say of the first training rows without having seen them; latent, in order of the rows. */
  readonly unseen: Float64Array;
};

/**
 * Weighs the parts by what they said of rows that they did not see, and calibrates intervals there.
 * @param ofMembers what each member says of the training rows: of architectures unlike them members differ far more,
 *   and the ensemble would be credited with what it does not gain on rows like these
 */
export function validate(
  { encoder, folds, foldOf, whole }: Processes,
  train: Rows,
  { unseen }: TrainedMembers,
  latents: Float64Array,
  ofMembers: readonly Float64Array[],
): Validated {
  const foldProcess = (row: number) => folds[foldOf[row] ?? 0] ?? whole;
  const ofProcess = latents.map((_, row) => {
    const architecture = train.architectures[row];
    return architecture ? foldProcess(row).posterior.expected(encoder.encode(architecture)) : NaN;
  });
  // With fewer members than folds, the folds left over were seen by every member.
  const validated = [...unseen.keys()].filter((row) => !Number.isNaN(unseen[row]));
  const at = (values: Float64Array): Float64Array =>
    Float64Array.from(validated, (row) => values[row] as number);
  const truth = at(latents);
  const errorsOf = (values: Float64Array): Float64Array =>
    at(values).map((value, index) => value - (truth[index] as number));
  const processErrors = errorsOf(ofProcess);
  const doubt = (ROWS_OF_DOUBT / validated.length) * mean(processErrors.map((error) => error * error));
  const [network = 0, process = 1] = stackWeights([
    { errors: errorsOf(unseen), gain: (1 - 1 / ofMembers.length) * spread(ofMembers), doubt },
    { errors: processErrors, gain: 0, doubt: 0 },
  ]);
  const weights = { network, process };
  const together = weighted(
    weights,
    unseen.map((value, row) => (Number.isNaN(value) ? (ofProcess[row] as number) : value)),
    ofProcess,
  );
  const ratios = train.architectures
    .slice(0, MOST_CALIBRATED)
    .map(
      (architecture, row) =>
        Math.abs((together[row] as number) - (latents[row] as number)) /
        processDeviation(encoder, foldProcess(row), architecture),
    );
  return {
    weights,
    reach: conformalQuantile(ratios) ?? 0,
    network: rankAgreement(at(unseen), truth),
    process: rankAgreement(at(ofProcess), truth),
    unseen: together.slice(0, MOST_CALIBRATED),
  };
}
