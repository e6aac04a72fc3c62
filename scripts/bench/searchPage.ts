/** What a page needs to measure its own search; bundled by scripts/bench-search.ts. */
import type { BenchFile } from "./problem";
import { measureSearch } from "./search";

const benchSearch = async (kind: string) => {
  const file = (await (await fetch("/file.json")).json()) as BenchFile;
  return measureSearch(file, kind, () => performance.now() / 1000);
};

export type BenchSearchPage = typeof benchSearch;

Object.assign(globalThis, { benchSearch });
