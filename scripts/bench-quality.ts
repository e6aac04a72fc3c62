/**
 * How true importances and predictions are, where the truth of every row is known. Per table, number of labelled rows
 * and method: held-out SRCC, true rank of the first choice and of the best labelled row (medians over draws), coverage
 * of 90 % intervals, faithfulness (SRCC of sums of module scores with predictions), and agreement of module scores
 * between two seeds on the same rows (first two draws).
 *
 *   npm run bench:quality -- [--seeds 10] [--labels 50,100,300] [--tables staged,ofa,...] [--rows 3000]
 *     [--methods ridge,forest,shared-gp,module-gp,combined,autobuild] [--keep outcomes.jsonl]
 *
 * All of it takes hours. With --keep, what has been judged is kept in a file, and the same command goes on from there.
 */
import { parseArgs } from "node:util";
import { mean, quantileSorted } from "../lib/core/stats";
import { start } from "../lib/predictor/backend";
import { drawRows, judge, type Outcome } from "./bench/quality/draw";
import { keepIn } from "./bench/quality/keep";
import { METHODS } from "./bench/quality/methods";
import { readTable, TABLE_NAMES } from "./bench/quality/tables";

const median = (values: readonly number[]): number =>
  quantileSorted(
    [...values].sort((a, b) => a - b),
    0.5,
  );

function line(name: string, numLabelled: number, method: string, outcomes: readonly Outcome[]): string {
  const average = (values: readonly (number | null)[]): string => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? "-" : mean(known).toFixed(3);
  };
  return [
    name.padEnd(8),
    String(numLabelled).padStart(6),
    method.padEnd(10),
    average(outcomes.map((outcome) => outcome.srcc)).padStart(6),
    String(median(outcomes.map((outcome) => outcome.choice))).padStart(8),
    String(median(outcomes.map((outcome) => outcome.labelled))).padStart(8),
    average(outcomes.map((outcome) => outcome.coverage)).padStart(8),
    average(outcomes.map((outcome) => outcome.faithful)).padStart(8),
    average(outcomes.map((outcome) => outcome.agreement)).padStart(8),
  ].join(" ");
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "10" },
      labels: { type: "string", default: "50,100,300" },
      tables: { type: "string", default: TABLE_NAMES.join(",") },
      rows: { type: "string", default: "3000" },
      methods: { type: "string", default: METHODS.map(({ name }) => name).join(",") },
      keep: { type: "string" },
    },
  });
  const wanted = values.methods.split(",");
  const methods = METHODS.filter(({ name }) => wanted.includes(name));
  const keep = keepIn(values.keep ?? null);
  const rows = Number(values.rows);
  await start("wasm");
  console.log("table    labels method       SRCC   choice labelled coverage faithful   agreement");
  for (const name of values.tables.split(",")) {
    const table = await readTable(name, rows);
    if (table === null) {
      console.log(`${name.padEnd(8)} skipped: its file is not beside the project`);
      continue;
    }
    for (const labels of values.labels.split(",").map(Number)) {
      if (labels >= table.problem.targets.length) continue;
      const draws = Array.from({ length: Number(values.seeds) }, (_, seed) => drawRows(table, labels, seed));
      for (const method of methods) {
        const outcomes: Outcome[] = [];
        for (const draw of draws) {
          const of = { table: name, rows, labels, method: method.name, seed: draw.seed };
          outcomes.push(await keep(of, () => judge(method, draw)));
        }
        console.log(line(name, labels, method.name, outcomes));
      }
    }
  }
}

await main();
