"use client";

import { useState } from "react";
import { openBeside } from "@/components/search/beside";
import { useExploration } from "@/components/explore/exploration";
import { draftOf } from "@/lib/builder/draft";
import { bestCompletions } from "@/lib/builder/optimise";
import type { Interval } from "@/lib/predictor/predictor";
import { useBuild } from "./build";

/** Completions of the highest sums of scores that are compared by their predictions. */
const NUM_COMPARED = 200;

export type Optimise = {
  readonly optimise: () => void;
  readonly busy: boolean;
  /** What came of it, or why nothing did. */
  readonly message: string | null;
  /** Why it cannot start, or null. */
  readonly obstacle: string | null;
};

/**
 * Keeps what is locked and chooses the rest: of the completions with the best sums of scores (exact for additive
 * scores), the one that is predicted best of those that keep the constraints.
 */
export function useOptimise(): Optimise {
  const { dataset, opened } = useExploration();
  const { state, best, locks, reference, sought, constraints } = useBuild();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const obstacle =
    best.status !== "ready"
      ? "The modules are still being scored"
      : constraints.faults.length > 0
        ? "Mend the constraints first"
        : null;

  const optimise = async () => {
    if (best.status !== "ready") return;
    const found = bestCompletions(
      dataset.space,
      state.draft,
      locks.locks,
      best.value,
      reference,
      NUM_COMPARED,
    );
    if (found.length === 0) return setMessage("No scored module fits what is locked: unlock a place.");
    const { used } = sought;
    const asked = await openBeside(
      opened,
      dataset.id,
      used.map(({ id }) => id),
    );
    const own = (await opened.client.run("predict", { architectures: found })).intervals;
    const columns: Interval[][] = [];
    for (const who of asked)
      columns.push((await opened.client.run("predict", { architectures: found, ...who })).intervals);
    const ownUse = used.find(({ id }) => id === opened.id)?.use;
    const worth = (row: number): number => (own[row]?.value ?? NaN) * (ownUse === "min" ? -1 : 1);
    const keeping = found.flatMap((architecture, row) => {
      const predicted = columns.map((column) => column[row]?.value ?? NaN);
      return constraints.broken(architecture, predicted).length === 0 ? [row] : [];
    });
    const [chosen] = keeping.toSorted((a, b) => worth(b) - worth(a));
    const architecture = chosen === undefined ? undefined : found[chosen];
    if (architecture === undefined)
      return setMessage(
        `None of the ${found.length} best completions keeps the constraints: loosen one, unlock a place, or use Search.`,
      );
    state.edit({ type: "load", draft: draftOf(architecture) });
    setMessage(
      `The best of ${found.length} completions by prediction${
        keeping.length < found.length ? `, ${keeping.length} of which keep the constraints` : ""
      }.`,
    );
  };

  return {
    optimise: () => {
      setBusy(true);
      optimise()
        .catch((error: unknown) => setMessage(error instanceof Error ? error.message : String(error)))
        .finally(() => setBusy(false));
    },
    busy,
    message,
    obstacle,
  };
}
