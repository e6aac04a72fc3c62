import { useCallback, useEffect, useState } from "react";
import { ApiError } from "@/lib/api/client";
import type { ImportProgress } from "@/lib/api/contracts";

/** What was last read, and from which plan. */
export type Shown<Plan, Result> = { readonly plan: Plan; readonly result: Result };

export type DryRunOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
};

/** A reading that repeats itself whenever its plan changes and stores nothing. */
export type DryRun<Plan, Result> = {
  /** What the controls show: the plan as it was last changed. */
  readonly plan: Plan;
  /** The last reading that succeeded; it stays while the next one is on its way. Null before the first. */
  readonly shown: Shown<Plan, Result> | null;
  /** How far a reading on its way is. */
  readonly pending: ImportProgress | null;
  /** Why the last reading failed. */
  readonly error: ApiError | null;
  readonly change: (plan: Plan) => void;
  /** Stops a reading that is on its way, forgets a failed one, and goes back to the plan of what is shown. */
  readonly cancel: () => void;
  readonly retry: () => void;
};

export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError("internal", error instanceof Error ? error.message : String(error));

const BEGINNING: ImportProgress = { phase: "receiving", share: 0 };

/** Quick changes after each other are read once. */
const PAUSE_MS = 350;

/** `pauseMs` is null where the plan is that of what is shown: nothing needs to be read. */
type Wanted<Plan> = { readonly plan: Plan; readonly pauseMs: number | null };
type Outcome<Plan, Result> = Pick<DryRun<Plan, Result>, "shown" | "pending" | "error">;

/**
 * Reads at once, and again after every change of the plan; a newer change wins over a reading on its way.
 * @param read must not change between renders unless everything is to be read anew
 */
export function useDryRun<Plan, Result>(
  start: Plan,
  read: (plan: Plan, options: DryRunOptions) => Promise<Result>,
): DryRun<Plan, Result> {
  const [wanted, setWanted] = useState<Wanted<Plan>>({ plan: start, pauseMs: 0 });
  const [outcome, setOutcome] = useState<Outcome<Plan, Result>>({
    shown: null,
    pending: BEGINNING,
    error: null,
  });

  useEffect(() => {
    if (wanted.pauseMs === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const hear = (next: (now: Outcome<Plan, Result>) => Outcome<Plan, Result>) => {
      if (!signal.aborted) setOutcome(next);
    };
    const onProgress = (pending: ImportProgress) => hear((now) => ({ ...now, pending }));
    const begin = () =>
      read(wanted.plan, { signal, onProgress }).then(
        (result) => hear(() => ({ shown: { plan: wanted.plan, result }, pending: null, error: null })),
        (error: unknown) => hear((now) => ({ ...now, pending: null, error: asApiError(error) })),
      );
    const timer = setTimeout(() => void begin(), wanted.pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, read]);

  const wish = useCallback((next: Wanted<Plan>) => {
    setWanted(next);
    setOutcome((now) => ({ ...now, pending: BEGINNING, error: null }));
  }, []);
  const change = useCallback((plan: Plan) => wish({ plan, pauseMs: PAUSE_MS }), [wish]);
  const { shown } = outcome;
  return {
    plan: wanted.plan,
    ...outcome,
    change,
    retry: () => wish({ plan: wanted.plan, pauseMs: 0 }),
    cancel: () => {
      setWanted({ plan: shown?.plan ?? wanted.plan, pauseMs: null });
      setOutcome({ shown, pending: null, error: null });
    },
  };
}
