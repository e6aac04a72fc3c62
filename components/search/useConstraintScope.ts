"use client";

import { useMemo } from "react";
import { useTemplate } from "@/components/build/export/useTemplate";
import { useExploration } from "@/components/explore/exploration";
import { countedQuantities } from "@/lib/core/blocks/quantities";
import type { Template } from "@/lib/core/blocks/templates/template";
import type { ConstraintScope } from "@/lib/core/constraint";
import type { PredictorUse } from "./useSought";

/** What constraints may speak of: targets of the used predictors, structure, and what the template lets count. */
export function useConstraintScope(used: readonly PredictorUse[]): {
  readonly scope: ConstraintScope;
  /** Targets and counted quantities, for people. */
  readonly names: readonly string[];
  /** The one that is counted by; null where the space has none that can be read. */
  readonly template: Template | null;
} {
  const { dataset } = useExploration();
  const { space, metrics } = dataset;
  const { outcome } = useTemplate(dataset.id, space);
  const template = outcome.ok ? outcome.template : null;
  const scope = useMemo(
    () => ({
      space,
      predicted: used.map(({ target }) => target),
      counted: template === null ? [] : countedQuantities(space, template),
      measured: metrics.map(({ name }) => name),
    }),
    [space, metrics, used, template],
  );
  const names = useMemo(() => [...scope.predicted, ...scope.counted.map(({ name }) => name)], [scope]);
  return { scope, names, template };
}
