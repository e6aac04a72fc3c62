import { architectureKey, type EvaluatedArchitecture } from "../architecture";
import type { Metric, MetricNoise } from "../dataset";
import { hasFailed } from "../evaluation";
import type { DuplicateRule } from "./importPlan";

export type Merged = {
  readonly architectures: readonly EvaluatedArchitecture[];
  /** Rows whose architecture stands in an earlier row too. */
  readonly duplicates: number;
  /** Rows that went into another one. */
  readonly merged: number;
  readonly noise: readonly MetricNoise[];
};

/** Applies the rule for rows of the same architecture, and measures how much they differ before it is applied. */
export function mergeDuplicates(
  rows: readonly EvaluatedArchitecture[],
  metrics: readonly Metric[],
  rule: DuplicateRule,
): Merged {
  const groups = groupRows(rows);
  const duplicates = rows.length - groups.length;
  const repeated = groups.filter((group) => group.length > 1);
  const noise = metrics.flatMap(({ name }, index) => noiseOf(name, index, repeated));
  if (rule === "keep" || duplicates === 0) return { architectures: rows, duplicates, merged: 0, noise };
  const merge = rule === "average" ? averageOf : latestOf;
  return { architectures: groups.map(merge), duplicates, merged: duplicates, noise };
}

/** At least one row each, in the order of the file. */
type Group = readonly [EvaluatedArchitecture, ...EvaluatedArchitecture[]];

/** Groups in the order of their first rows. */
function groupRows(rows: readonly EvaluatedArchitecture[]): Group[] {
  const groups: [EvaluatedArchitecture, ...EvaluatedArchitecture[]][] = [];
  // By a number made of the codes; a text for each of 100,000 rows would be most of what an import keeps in memory.
  const byHash = new Map<number, number[]>();
  for (const row of rows) {
    const hash = hashOf(row);
    const alike = byHash.get(hash);
    const key = alike === undefined ? "" : architectureKey(row);
    const same = alike?.find((index) => {
      const group = groups[index];
      return group !== undefined && architectureKey(group[0]) === key;
    });
    if (same !== undefined) groups[same]?.push(row);
    else {
      const index = groups.push([row]) - 1;
      if (alike) alike.push(index);
      else byHash.set(hash, [index]);
    }
  }
  return groups;
}

/** FNV-1a over all codes: equal for equal architectures, rarely for others. */
function hashOf({ units, globals, edges }: EvaluatedArchitecture): number {
  let hash = 0x811c9dc5;
  const mix = (code: number) => (hash = Math.imul(hash ^ (code | 0), 0x01000193));
  for (const unit of units) {
    mix(unit.length);
    for (const node of unit) node.forEach(mix);
  }
  globals.forEach(mix);
  edges?.forEach((edge) => edge.forEach(mix));
  return hash & 0x3fffffff;
}

/** Every metric's mean over the rows that have it; failed evaluations count only where all failed. */
function averageOf(group: Group): EvaluatedArchitecture {
  const [first, ...others] = group;
  if (others.length === 0) return first;
  const succeeded = group.filter((row) => !hasFailed(row));
  const counted = succeeded.length === 0 ? group : succeeded;
  const metrics = first.metrics.map((_, index) => {
    const values = counted.flatMap((row) => row.metrics[index] ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  const { status: _, ...evaluated } = first;
  const status = counted.every((row) => row.status !== undefined) ? counted[0]?.status : undefined;
  return { ...evaluated, metrics, ...(status === undefined ? {} : { status }) };
}

/** The last evaluation that did not fail, else the last. */
const latestOf = (group: Group): EvaluatedArchitecture =>
  group.findLast((row) => !hasFailed(row)) ?? group.at(-1) ?? group[0];

/** Pooled standard deviation: sums of squares within groups over the sum of (group size - 1). */
function noiseOf(metric: string, index: number, repeated: readonly Group[]): MetricNoise[] {
  let squares = 0;
  let freedom = 0;
  let numGroups = 0;
  for (const group of repeated) {
    const values = group.flatMap((row) => (hasFailed(row) ? [] : (row.metrics[index] ?? [])));
    if (values.length < 2) continue;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    squares += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    freedom += values.length - 1;
    numGroups++;
  }
  return numGroups === 0 ? [] : [{ metric, numGroups, spread: Math.sqrt(squares / freedom) }];
}
