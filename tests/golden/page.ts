/** What a page needs to compare reference numbers on a backend of its own; bundled by tests/e2e/golden.spec.ts. */
import { start } from "@/lib/predictor/backend";
import type { BackendChoice } from "@/lib/predictor/predictor";
import { beyond, CHECKS } from "./checks";

const contents = new Map<string, unknown>();

async function load(file: string): Promise<void> {
  if (contents.has(file)) return;
  const answer = await fetch(`/reference/${file}`);
  if (!answer.ok) throw new Error(`${file} is absent.`);
  contents.set(file, await answer.json());
}

const golden = {
  start: (wanted: BackendChoice) => start(wanted),
  /** What is further off than allowed. */
  async run(name: string): Promise<[string, number][]> {
    const check = CHECKS.find((of) => of.name === name);
    if (check === undefined) throw new Error(`There is no check ${name}.`);
    await Promise.all(check.files.map(load));
    return beyond(await check.run(<Content>(file: string) => contents.get(file) as Content));
  },
};

export type GoldenPage = typeof golden;

Object.assign(globalThis, { golden });
