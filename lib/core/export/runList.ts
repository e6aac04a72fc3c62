/** Architectures to be measured, as files that can be filled in and uploaded again: they then join their dataset. */
import type { Architecture } from "../architecture";
import type { Dataset } from "../dataset";
import { writeNotation } from "../formats/notation";
import type { Prediction } from "../search/plan";
import { archsetRow, archsetText, declaration } from "./archset";
import { csvText } from "./csv";
import { datasetToTable } from "./datasetTable";

/** One architecture to measure, and what it is expected to reach: one prediction per target. */
export type Run = { readonly architecture: Architecture; readonly predicted: readonly Prediction[] };

export type RunList = {
  /** Why these: "upper bound", say. */
  readonly rule: string;
  /** Target expressions of the predictions. */
  readonly targets: readonly string[];
  readonly predictorIds: readonly string[];
  readonly datasetHash: string;
  readonly seed: number;
  readonly runs: readonly Run[];
};

type Source = Omit<Dataset, "architectures">;

/** Names that sort in the order of the list; ids of files uploaded before stay free. */
export const runId = (seed: number, index: number): string =>
  `run-${seed}-${String(index + 1).padStart(3, "0")}`;

/**
 * A CSV with an empty cell for every metric of the dataset. A last column holds each architecture exactly, so that the
 * filled-in file is read in the dataset's own search space.
 */
export function runListCsv(source: Source, { runs, seed }: RunList): string {
  const { header, rows } = datasetToTable({
    ...source,
    architectures: runs.map(({ architecture }, index) => ({
      ...architecture,
      id: runId(seed, index),
      row: index + 1,
      metrics: source.metrics.map(() => null),
    })),
  });
  return csvText(header, rows);
}

/** An archset with null for every metric, each row with its prediction; other tools need no more than the units. */
export const runListJson = (source: Source, list: RunList): string =>
  archsetText(
    {
      name: `${source.name}: to measure`,
      ...declaration(source.space, source.metrics),
      provenance: {
        rule: list.rule,
        datasetHash: list.datasetHash,
        predictorIds: list.predictorIds,
        seed: list.seed,
      },
    },
    list.runs.map(({ architecture, predicted }, index) => ({
      ...archsetRow(source.space, { ...architecture, id: runId(list.seed, index) }),
      notation: writeNotation(source.space, architecture),
      predicted: Object.fromEntries(
        list.targets.map((target, at) => [target, predicted[at] ?? null] as const),
      ),
      metrics: Object.fromEntries(source.metrics.map(({ label }) => [label, null])),
    })),
  );
