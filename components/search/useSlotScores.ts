"use client";

import { useEffect, useMemo, useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { keptAnswer } from "@/components/explore/useAnswer";
import type { Loadable } from "@/components/workspace/workspace";
import type { ModuleScore } from "@/lib/core/module";
import { predictorKind } from "@/lib/core/predictorKinds";
import { rankSlots } from "@/lib/core/search/reduce";
import { hasSlots, slotsOf, type Slot } from "@/lib/core/search/slots";
import { slotCandidates } from "@/lib/figures/slotCandidates";
import { openBeside } from "./beside";
import { goalOfUse, type PredictorUse } from "./useSought";

/** Modules of a slot that can be kept at most: more would be no reduced space. */
export const MOST_KEPT = 50;

export type RankedSlots = {
  /** Best first, at most MOST_KEPT modules each. */
  readonly ranked: readonly Slot[];
  /** All modules of every slot. */
  readonly all: readonly Slot[];
  readonly observedOnly: readonly string[];
};

type State = { readonly key: string; readonly answer: Loadable<RankedSlots> };

/**
 * The modules of every slot from best to worst for what is sought; null where architectures have edges of their own, or
 * nothing is sought.
 */
export function useSlotScores(used: readonly PredictorUse[]): Loadable<RankedSlots> | null {
  const { dataset, architectures, opened } = useExploration();
  const { space } = dataset;
  const soughtKey = used.flatMap(({ id, use }) => (goalOfUse(use) === null ? [] : `${id}.${use}`)).join(" ");
  const key = `${dataset.hash} ${opened.id} slots ${soughtKey}`;
  const [state, setState] = useState<State | null>(null);
  const sought = useMemo(() => used.filter(({ use }) => goalOfUse(use) !== null), [used]);
  useEffect(() => {
    if (!hasSlots(space) || soughtKey === "") return;
    let current = true;
    const show = (answer: Loadable<RankedSlots>) => current && setState({ key, answer });
    const ask = async (): Promise<RankedSlots> => {
      const withGlobals = sought.every(({ kind }) => predictorKind(kind)?.scoresGlobals === true);
      const { questions, observedOnly } = slotCandidates(space, architectures, withGlobals);
      const asked = await openBeside(
        opened,
        dataset.id,
        sought.map(({ id }) => id),
      );
      const scores = asked.map((): ModuleScore[] => []);
      let numAnswers = 0;
      for (const modules of questions)
        for (const [index, who] of asked.entries()) {
          const answer = await opened.client.run("scoreModules", { modules, ...who });
          for (const score of answer.scores) scores[index]?.push(score);
          show({ status: "loading", fraction: ++numAnswers / (questions.length * asked.length) });
        }
      const directions = sought.map(({ use }) => (use === "min" ? -1 : 1));
      const all = slotsOf(space, scores, directions);
      return { all, ranked: rankSlots(all, MOST_KEPT), observedOnly };
    };
    keptAnswer(key, ask).then(
      (value) => show({ status: "ready", value }),
      (error: unknown) =>
        show({ status: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, soughtKey, sought, space, architectures, opened, dataset.id]);
  if (!hasSlots(space) || soughtKey === "") return null;
  return state?.key === key ? state.answer : { status: "loading" };
}
