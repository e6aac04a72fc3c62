import type { Dataset } from "../../lib/core/dataset";
import type { EvaluatedArchitecture } from "../../lib/core/architecture";
import { withMetrics } from "../../lib/core/labelledMetrics";
import { PREDICTOR_KINDS, predictorKind } from "../../lib/core/predictorKinds";
import { settingProblem } from "../../lib/core/predictorSettings";
import { seededRandom, shuffled } from "../../lib/core/random";
import { tiedWords } from "../../lib/core/split/rowGroups";
import type { SearchSpace } from "../../lib/core/searchSpace";
import { parseTarget, targetProblem, targetValues } from "../../lib/core/target";
import {
  oneOf,
  readArguments,
  required,
  tell,
  Unusable,
  wholeNumber,
  type Arguments,
  type Command,
} from "./command";
import { readDataset, writeOut } from "./files";
import { groupsOf } from "../../lib/predictor/holdOut";
import { fit, startBackend, type FitSettings } from "./predictors";

const OPTIONS = ["target", "out", "rows", "seed", "epochs", "members", "kind", "group", "backend"];

/** Fits a predictor of the target to a file's rows, writes it, and prints how good it is on held-out rows. */
export const train: Command = async (args) => {
  const given = readArguments(args, ["FILE"], OPTIONS);
  const [path = ""] = given.positionals;
  const text = required(given, "target");
  const out = required(given, "out");
  const settings = settingsOf(given);
  const { dataset, hash } = readDataset(path);
  const { target, rows } = labelledRows(dataset, text);
  const drawn = draw(rows, wholeNumber(given, "rows", 1), settings.seed);
  const targets = Float64Array.from(drawn, ({ value }) => value);
  const problem = targetProblem(targets);
  if (problem !== null) throw new Unusable(problem);

  checkGroup(dataset.space, settings);

  const backend = await startBackend(oneOf(given, "backend", ["wasm", "cpu"]));
  tell(`Training on ${drawn.length} rows, backend ${backend}`);
  const predictor = await fit(
    {
      space: dataset.space,
      architectures: drawn.map(({ architecture: { id, units, globals, edges } }) => ({
        id,
        units,
        globals,
        ...(edges ? { edges } : {}),
      })),
      targets,
      target,
      datasetHash: hash,
    },
    settings,
  );
  const file = withMetrics(
    predictor.toFile(),
    dataset.metrics,
    drawn.map(({ architecture }) => architecture),
  );
  writeOut(out, JSON.stringify(file));
  const { groups, srcc, mae, mape, hopSrcc, epochs, seconds, members, numTrain, numTest } = predictor.metrics;
  if (groups) tell(tiedWords(groups));
  predictor.dispose();
  return { srcc, mae, mape, hopSrcc, epochs, seconds, members, numTrain, numTest };
};

/** @throws Unusable where rows are to be grouped by a feature that the table does not have */
function checkGroup(space: SearchSpace, settings: FitSettings): void {
  try {
    groupsOf(space, [], settings);
  } catch (error) {
    if (error instanceof RangeError) throw new Unusable(`--group: ${error.message}`);
    throw error;
  }
}

type LabelledRow = { readonly architecture: EvaluatedArchitecture; readonly value: number };

/** The rows that have the target; how many have not is told on stderr. */
function labelledRows(dataset: Dataset, text: string): { target: string; rows: LabelledRow[] } {
  const parsed = parseTarget(text, dataset.metrics);
  if (!parsed.ok)
    throw new Unusable(`--target: ${parsed.message}\n  ${text}\n  ${" ".repeat(parsed.position)}^`);
  const { values, failed, missing, nonFinite } = targetValues(dataset, parsed.target);
  if (missing.length > 0) tell(`${missing.length} rows lack a metric of the target`);
  for (const { status, ids } of failed)
    tell(
      `${ids.length === 1 ? "1 row left out, its" : `${ids.length} rows left out, their`} evaluation failed ` +
        `(${status}): ${ids.slice(0, 5).join(", ")}`,
    );
  for (const { cause, ids } of nonFinite)
    tell(`${ids.length} rows left out, ${cause}: ${ids.slice(0, 5).join(", ")}`);
  const rows = dataset.architectures.flatMap((architecture, index) => {
    const value = values[index] ?? NaN;
    return Number.isFinite(value) ? [{ architecture, value }] : [];
  });
  return { target: parsed.target.text, rows };
}

/** As many rows as wanted, drawn with the seed, in the order of the file; the others are touched no further. */
function draw(
  rows: readonly LabelledRow[],
  wanted: number | undefined,
  seed: number,
): readonly LabelledRow[] {
  if (wanted === undefined) return rows;
  if (wanted > rows.length)
    throw new Unusable(`--rows ${wanted} is more than the ${rows.length} rows that have the target.`);
  const drawn = new Set(shuffled(rows, seededRandom(seed)).slice(0, wanted));
  return rows.filter((row) => drawn.has(row));
}

function settingsOf(given: Arguments): FitSettings {
  const kinds = PREDICTOR_KINDS.map(({ kind }) => kind);
  const info = predictorKind(oneOf(given, "kind", kinds) ?? PREDICTOR_KINDS[0].kind);
  if (!info) throw new Unusable("There is no such kind of predictor.");
  let settings: FitSettings = info.defaults;
  for (const name of ["seed", "epochs", "members", "group"]) {
    const value = name === "group" ? given.options.group : wholeNumber(given, name, 0);
    if (value === undefined) continue;
    const field = info.fields.find((candidate) => candidate.name === name);
    if (!field)
      throw new Unusable(
        `--${name}: ${info.label} has no such setting; its settings are ${info.fields.map((one) => one.name).join(", ")}.`,
      );
    const problem = settingProblem(field, value);
    if (problem !== null) throw new Unusable(`--${name}: ${problem}`);
    settings = { ...settings, [name]: value };
  }
  return settings;
}
