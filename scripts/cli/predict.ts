import { writeNotation } from "../../lib/core/formats/notation";
import { recodeToFile as recode } from "../../lib/predictor/autobuild/checkpointRows";
import { oneOf, readArguments, Unusable, type Command } from "./command";
import { readDataset, readPredictorFile, tellRows, type RowProblem } from "./files";
import { open, startBackend } from "./predictors";

/** Predictions for every architecture of a file that lies in the predictor's search space. */
export const predict: Command = async (args) => {
  const given = readArguments(args, ["P", "FILE"], ["backend"]);
  const [predictorPath = "", path = ""] = given.positionals;
  const file = await readPredictorFile(predictorPath);
  const { dataset } = readDataset(path);
  const outside: RowProblem[] = [];
  const architectures = dataset.architectures.flatMap((architecture) => {
    const recoded = recode(architecture, dataset.space, file);
    if (recoded.ok) return [recoded.architecture];
    outside.push({ row: architecture.row, field: recoded.field, message: recoded.message });
    return [];
  });
  tellRows("not in the predictor's search space", outside);
  if (architectures.length === 0)
    throw new Unusable("No row of the file lies in the search space that the predictor was trained on.");
  await startBackend(oneOf(given, "backend", ["wasm", "cpu"]));
  const predictor = await open(file);
  const intervals = await predictor.predict(architectures);
  predictor.dispose();
  return architectures.map((architecture, index) => ({
    id: architecture.id,
    architecture: writeNotation(file.space, architecture),
    predicted: intervals[index]?.value,
    low: intervals[index]?.low,
    high: intervals[index]?.high,
  }));
};
