/** `npm run -s cli -- COMMAND ...`: JSON on stdout, everything else on stderr; exit 0 done, 1 failed, 2 unusable input. */
import { Unusable, type Command } from "./cli/command";

/** Loaded when called for: reading a file needs no TensorFlow.js. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  inspect: async () => (await import("./cli/inspectCommand")).inspectCommand,
  train: async () => (await import("./cli/train")).train,
  rank: async () => (await import("./cli/rank")).rank,
  build: async () => (await import("./cli/build")).build,
  predict: async () => (await import("./cli/predict")).predict,
  export: async () => (await import("./cli/export")).exportCommand,
};

const USAGE = `Usage: npm run -s cli -- COMMAND
  inspect FILE
  train FILE --target EXPR --out P [--rows N] [--seed S] [--epochs E] [--members M] [--kind K] [--backend wasm|cpu]
        [--group automatic|none|by:FEATURE|except:FEATURE]
  rank P [--unit U] [--length L] [--top K] [--moments FILE] [--backend wasm|cpu]
  build P [--top K] [--constraint "latency_cpu<20"] [--moments FILE] [--backend wasm|cpu]
  predict P FILE [--backend wasm|cpu]
  export FILE-OR-JSON --id ID --to json|notation|ofa|dot|svg|onnx|pytorch|keras|tfjs --out F [--template T] [--seed S | --weights W]
P is a predictor file (*.archwright.json), or a released AutoBuild checkpoint (..._predictor.pt, its ..._config.pkl
beside it), whose missing moments --moments fits on the rows of FILE. Units and layers are counted from 1. Rows of one group are
trained on or held out as a whole: by default those that are one network.`;

// Libraries greet on the console; stdout belongs to the answer.
for (const name of ["log", "info", "debug", "warn"] as const) console[name] = () => undefined;

const ASKS_FOR_HELP = ["help", "--help", "-h"];

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  if (ASKS_FOR_HELP.includes(name)) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    process.stderr.write(`${name === "" ? "" : `There is no command ${name}.\n`}${USAGE}\n`);
    return 2;
  }
  try {
    const answer = await (await load())(args);
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Unusable ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
