"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Metric } from "@/lib/core/dataset";
import type { Goal } from "@/lib/core/pareto";

/** What a predictor is for: to raise or lower its target, for constraints alone, or not at all. */
export const USES = ["max", "min", "limit", "off"] as const;
export type Use = (typeof USES)[number];

export type PredictorUse = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly kind: string;
  readonly srcc: number | null;
  readonly use: Use;
};

/** More at once would only slow everything down: nobody reads a front of five dimensions. */
export const MAX_USED = 4;

export type Sought = {
  readonly uses: readonly PredictorUse[];
  /** Those that are not off, the predictor in use first where it is one of them. */
  readonly used: readonly PredictorUse[];
  readonly setUse: (id: string, use: Use) => void;
};

/** What is better where nothing is chosen: the metric's own goal, else more. */
export const goalOf = (target: string, metrics: readonly Metric[]): Goal =>
  metrics.find(({ name }) => name === target)?.goal ?? "max";

const isUse = (text: string | undefined): text is Use => USES.some((use) => use === text);

/** Which predictors are asked and for what, in the address as `?seek=ID.max_ID.min`; at first the one in use alone. */
export function useSought(): Sought {
  const { dataset, predictors } = useWorkspace();
  const { opened } = useExploration();
  const [text, setText] = useQueryState("seek", parseAsString.withOptions({ history: "replace" }));
  const uses = useMemo(() => {
    const { srcc } = opened.file.metrics;
    const own = {
      id: opened.id,
      name: opened.name,
      target: opened.file.target,
      kind: opened.file.kind,
      srcc,
    };
    const others = (predictors.status === "ready" ? predictors.value : [])
      .filter(({ id }) => id !== opened.id)
      .map(({ id, name, target, kind, metrics }) => ({ id, name, target, kind, srcc: metrics.srcc }));
    const chosen = new Map(
      (text ?? "").split("_").flatMap((part): [string, Use][] => {
        const [id = "", use] = part.split(".");
        return isUse(use) ? [[id, use]] : [];
      }),
    );
    return [own, ...others].map((one): PredictorUse => {
      const usual: Use = one.id === opened.id ? goalOf(one.target, dataset.metrics) : "off";
      return { ...one, use: chosen.get(one.id) ?? usual };
    });
  }, [dataset, predictors, opened, text]);
  const setUse = useCallback(
    (id: string, use: Use) =>
      void setText(uses.map((one) => `${one.id}.${one.id === id ? use : one.use}`).join("_")),
    [uses, setText],
  );
  return {
    uses,
    used: useMemo(() => uses.filter(({ use }) => use !== "off").slice(0, MAX_USED), [uses]),
    setUse,
  };
}

export const goalOfUse = (use: Use): Goal | null => (use === "max" || use === "min" ? use : null);
