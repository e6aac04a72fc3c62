/** What a page needs to measure its own backends; bundled by scripts/bench.ts. */
import { measure, type Plan } from "./measure";
import type { BenchFile } from "./problem";

const bench = async (plan: Plan) => {
  const file = (await (await fetch("/file.json")).json()) as BenchFile;
  return measure(file, plan, () => performance.now() / 1000);
};

export type BenchPage = typeof bench;

Object.assign(globalThis, { bench });
