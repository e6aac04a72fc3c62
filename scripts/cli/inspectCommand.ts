import { readArguments, type Command } from "./command";
import { readReport } from "./files";

/** What an import of the file would recognise, as the import page shows it. */
export const inspectCommand: Command = async (args) => {
  const [path = ""] = readArguments(args, ["FILE"], []).positionals;
  return readReport(path);
};
