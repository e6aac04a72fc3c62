import { numberSetting } from "../numberSetting";
import type { FitSettings, PredictorFile } from "../predictor";
import { restoreNamed, store } from "../serialise";
import type { Columns } from "./encoder";
import type { Hyperparameters } from "./kernel";
import type { TargetScale } from "./targetScale";

/** What a fit found, kept in the file's settings; with the labelled rows it is the whole predictor. */
export type Found = {
  readonly scale: TargetScale["kind"];
  readonly hyperparameters: Hyperparameters;
};

export const withFound = (settings: FitSettings, { scale, hyperparameters }: Found): FitSettings => ({
  ...settings,
  maternVariance: hyperparameters.maternVariance,
  noiseVariance: hyperparameters.noiseVariance,
  targetScale: scale,
});

const WEIGHTS = "moduleWeights";

/** Shape [numGroups, 2]: linear weight and weight in distances of each group, in the order of the encoder's groups. */
export const storeWeights = (
  { groups }: Columns,
  hyperparameters: Hyperparameters,
): PredictorFile["tensors"] => ({
  [WEIGHTS]: store(
    [groups.length, 2],
    Float64Array.from(
      groups.flatMap((group) => {
        const { linear = 0, distance = 0 } = hyperparameters.groups.get(group) ?? {};
        return [linear, distance];
      }),
    ),
  ),
});

/**
 * @param columns of the encoder of the rows that the process is conditioned on
 * @throws RangeError naming what is missing or not usable
 */
export function readFound(
  { settings, tensors }: Pick<PredictorFile, "settings" | "tensors">,
  columns: Columns,
): Found {
  return {
    scale: readScale(settings),
    hyperparameters: {
      groups: WEIGHTS in tensors ? readWeights(tensors, columns) : readShared(settings, columns),
      maternVariance: numberSetting(settings, "maternVariance", 0),
      noiseVariance: numberSetting(settings, "noiseVariance", 0),
    },
  };
}

const SCALES: readonly TargetScale["kind"][] = ["raw", "rank-gaussian"];

/** Files without it are of a version that knew the raw scale only. */
function readScale({ targetScale = "raw" }: FitSettings): TargetScale["kind"] {
  const scale = SCALES.find((one) => one === targetScale);
  if (scale === undefined)
    throw new RangeError(`Setting targetScale is one of ${SCALES.join(", ")}, not ${String(targetScale)}.`);
  return scale;
}

function readWeights(tensors: PredictorFile["tensors"], { groups }: Columns): Hyperparameters["groups"] {
  const values = restoreNamed(tensors, WEIGHTS);
  if (values.length !== 2 * groups.length)
    throw new RangeError(
      `The predictor file weighs ${values.length / 2} groups of modules; its rows have ${groups.length}.`,
    );
  return new Map(
    groups.map((group, index) => [
      group,
      { linear: values[2 * index] as number, distance: values[2 * index + 1] as number },
    ]),
  );
}

/** Files of version 0.1 have one weight for all modules, which were scaled by their number. */
function readShared(settings: FitSettings, { groups, size }: Columns): Hyperparameters["groups"] {
  const linear = numberSetting(settings, "linearVariance", 0) / size;
  const distance = 1 / (size * numberSetting(settings, "lengthScale", 1e-9) ** 2);
  return new Map(groups.map((group) => [group, { linear, distance }]));
}
