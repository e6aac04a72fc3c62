import type { PredictorFile, StoredTensor } from "../predictor";
import { restoreNamed, store } from "../serialise";
import type { Fitted } from "./autobuildPredictor";
import { columnsOf } from "./columns";
import { longestSequence } from "../../core/scoredUnits";
import { maxLength, type SearchSpace } from "../../core/searchSpace";
import type { Moments } from "./moments";
import { partsOf } from "./parameters";
import { readSettings } from "./settings";
import { packParts, partValues } from "./trainedNetwork";

type Plain = Omit<PredictorFile, "format" | "version" | "tensors">;

const flat = (moments: readonly Moments[]): number[] => moments.flatMap((of) => [of.mean, of.deviation]);

/** Longest legal unit or sequence: the table of unit moments is as long for every unit. */
const longest = (space: SearchSpace): number =>
  Math.max(longestSequence(space), ...space.units.map(maxLength));

/** Weights by name and moments, beside the plain fields. */
export function toFile(fitted: Fitted, plain: Plain): PredictorFile {
  const { settings, network } = fitted;
  const { members, numLayers, hiddenWidth } = settings;
  const parts = partsOf(fitted.columns, settings);
  const tensors: Record<string, StoredTensor> = {};
  for (const { name, rows, columns } of parts)
    tensors[name] = store([members, rows, columns], partValues(network.packed, parts, members, name));
  tensors.running = store([members, 2 * numLayers, hiddenWidth], network.running);
  const moments = (name: string, shape: number[], values: number[]): void => {
    tensors[name] = store([...shape, 2], Float64Array.from(values));
  };
  const length = longest(plain.space);
  moments("hopMoments", [members, numLayers + 1], fitted.hopMoments.flatMap(flat));
  moments(
    "unitMoments",
    [plain.space.units.length, length],
    fitted.unitMoments.flatMap((unit) =>
      flat(Array.from({ length }, (_, index) => unit[index] ?? { mean: 0, deviation: 1 })),
    ),
  );
  moments("targetMoments", [2], flat([fitted.standard, fitted.allTargets]));
  tensors.reach = store([1], Float64Array.of(fitted.reach));
  return { format: "archwright-predictor", version: 1, ...plain, tensors };
}

/** The reverse of `toFile`. @throws RangeError naming what is missing or has the wrong size */
export function fromFile(file: PredictorFile): Fitted {
  const settings = readSettings(file.settings);
  const columns = columnsOf(file.space);
  const parts = partsOf(columns, settings);
  const { members, numLayers } = settings;
  const values = (name: string): Float32Array | Float64Array => restoreNamed(file.tensors, name);
  const pairs = (name: string): Moments[] => {
    const numbers = values(name);
    return Array.from({ length: numbers.length / 2 }, (_, index) => ({
      mean: numbers[2 * index] as number,
      deviation: numbers[2 * index + 1] as number,
    }));
  };
  const table = (name: string, rows: number): Moments[][] => {
    const all = pairs(name);
    const width = all.length / rows;
    return Array.from({ length: rows }, (_, row) => all.slice(row * width, (row + 1) * width));
  };
  const [standard, allTargets] = pairs("targetMoments");
  if (standard === undefined || allTargets === undefined)
    throw new RangeError("The predictor file has no target moments.");
  const hopMoments = table("hopMoments", members);
  if (hopMoments[0]?.length !== numLayers + 1)
    throw new RangeError(
      `The predictor file has moments of ${hopMoments[0]?.length ?? 0} hops, not ${numLayers + 1}.`,
    );
  return {
    columns,
    settings,
    network: { packed: packParts(parts, members, values), running: Float32Array.from(values("running")) },
    standard,
    allTargets,
    hopMoments,
    unitMoments: table("unitMoments", file.space.units.length),
    reach: values("reach")[0] ?? 0,
  };
}
