import { architectureKey, type EvaluatedArchitecture } from "../architecture";
import { hasFailed, hasFailedWithReason, NO_VALUE, partlyFailed } from "../evaluation";
import type { DuplicateRule } from "./importPlan";
import { idMaker } from "./readRows";
import type { Placed } from "./respace";

/** A row of the second file; `labels` are those of the metrics it brings. */
export type Arrival = Pick<EvaluatedArchitecture, "id" | "row" | "metrics" | "status"> & {
  readonly labels: readonly string[];
};

/** The rows of a dataset while a second file joins them. */
export class JoinedRows {
  private readonly byId = new Map<string, number>();
  private readonly byKey = new Map<string, number[]>();
  private readonly uniqueId: (base: string) => string;
  /** How many values the mean of a row's metric is over, by row index and metric; 1 where nothing is noted. */
  private readonly counts = new Map<string, number>();
  private readonly rows: Placed[];
  /** Metrics before the file's own are behind them. */
  private readonly numThere: number;
  numAdded = 0;
  numMatched = 0;

  constructor(
    rows: readonly Placed[],
    numMetrics: number,
    private readonly rule: DuplicateRule,
    private nextPosition: number,
  ) {
    this.numThere = rows[0]?.architecture.metrics.length ?? 0;
    // Rows that are there have no value yet of metrics that the file brings.
    this.rows = rows.map(({ position, architecture }) => ({
      position,
      architecture: { ...architecture, metrics: padded(architecture.metrics, numMetrics) },
    }));
    this.rows.forEach((_, index) => this.note(index));
    this.uniqueId = idMaker(new Set(this.byId.keys()));
  }

  private note(index: number): void {
    const architecture = this.rows[index]?.architecture;
    if (architecture === undefined) return;
    this.byId.set(architecture.id, index);
    const key = architectureKey(architecture);
    const same = this.byKey.get(key);
    if (same) same.push(index);
    else this.byKey.set(key, [index]);
  }

  withId(id: string): number | null {
    return this.byId.get(id) ?? null;
  }

  withKey(key: string): readonly number[] {
    return this.byKey.get(key) ?? [];
  }

  keyOf(index: number): string | null {
    const architecture = this.rows[index]?.architecture;
    return architecture === undefined ? null : architectureKey(architecture);
  }

  add(architecture: EvaluatedArchitecture): void {
    const id = this.uniqueId(architecture.id);
    this.note(this.rows.push({ position: this.nextPosition++, architecture: { ...architecture, id } }) - 1);
    this.numAdded++;
  }

  /**
   * Gives the values of an arriving row to rows that are there. Those of a failed evaluation are never given to a row
   * that was evaluated; values of a later evaluation that succeeded take the place of a failed one's.
   * @returns false where the rule keeps repeated measurements apart and a value differs from one that is there, or
   * belongs to a failed evaluation
   */
  match(indexes: readonly number[], arrival: Arrival): boolean {
    const { rule } = this;
    const isMeasured = arrival.metrics.some((value) => value !== null);
    if (rule === "keep" && isMeasured && hasFailedWithReason(arrival) && !this.haveFailed(indexes))
      return false;
    const differs = indexes.some((index) =>
      arrival.metrics.some((value, metric) => {
        const there = this.rows[index]?.architecture.metrics[metric] ?? null;
        return value !== null && there !== null && value !== there;
      }),
    );
    if (rule === "keep" && differs) return false;
    for (const index of indexes) this.give(index, arrival);
    this.numMatched++;
    return true;
  }

  private haveFailed(indexes: readonly number[]): boolean {
    return indexes.every((index) => {
      const row = this.rows[index]?.architecture;
      return row === undefined || hasFailed(row);
    });
  }

  private give(index: number, arrival: Arrival): void {
    const placed = this.rows[index];
    if (placed === undefined) return;
    const { metrics, status } = arrival;
    const { status: before, ...there } = placed.architecture;
    if (hasFailedWithReason(arrival) && !hasFailed(placed.architecture)) {
      const part = partlyFailed(arrival.labels.join(", "), status ?? "");
      this.rows[index] = { ...placed, architecture: { ...there, status: before ?? part } };
      return;
    }
    const isRetried =
      hasFailedWithReason(placed.architecture) && !hasFailed(arrival) && this.bringsKnown(arrival);
    const values = there.metrics.map((value, metric) => {
      const coming = metrics[metric] ?? null;
      if (isRetried) return coming;
      if (coming === null || value === null) return coming ?? value;
      return this.rule === "average" ? this.mean(index, metric, value, coming) : coming;
    });
    const failure = isRetried ? status : before === NO_VALUE ? status : (before ?? status);
    const isMeasured = values.some((value) => value !== null);
    const kept = failure === NO_VALUE && isMeasured ? undefined : failure;
    this.rows[index] = {
      ...placed,
      architecture: { ...there, metrics: values, ...(kept === undefined ? {} : { status: kept }) },
    };
  }

  /** Whether it measures again what the dataset measured; another metric mends no failure. */
  private bringsKnown({ metrics }: Arrival): boolean {
    return metrics.some((value, metric) => value !== null && metric < this.numThere);
  }

  private mean(index: number, metric: number, value: number, coming: number): number {
    const place = `${index},${metric}`;
    const count = (this.counts.get(place) ?? 1) + 1;
    this.counts.set(place, count);
    return value + (coming - value) / count;
  }

  result(): readonly Placed[] {
    return this.rows;
  }
}

export const padded = (values: readonly (number | null)[], count: number): (number | null)[] =>
  Array.from({ length: count }, (_, index) => values[index] ?? null);
