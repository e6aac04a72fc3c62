"use client";

import { useMemo } from "react";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { encodeModule, parseModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import { encodeValue, parseValue, type SelectedValue, type Selection } from "@/lib/figures/linked";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";

export type ExploreSelection = Selection & {
  readonly architecture: EvaluatedArchitecture | null;
  /** Text of the selected module. */
  readonly moduleKey: string | null;
  readonly pickModule: (module: Module) => void;
  /** Selects it, or nothing where it was selected already. */
  readonly toggleOperation: (key: string) => void;
  /** The same for a value of a feature. */
  readonly toggleValue: (value: SelectedValue) => void;
  readonly pickArchitecture: (id: string | null) => void;
};

/** What is selected, from the address, so that all figures show the same. */
export function useSelection(): ExploreSelection {
  const { dataset, architectures } = useExploration();
  const [{ module: moduleKey, op: operation, value: valueText, architecture: id }, setState] =
    useExploreState();
  const architecture = useMemo(
    () => (id === null ? null : (architectures.find((each) => each.id === id) ?? null)),
    [architectures, id],
  );
  const module = useMemo(
    () => (moduleKey === null ? null : parseModule(moduleKey, dataset.space)),
    [moduleKey, dataset.space],
  );
  const value = useMemo(
    () => (valueText === null ? null : parseValue(valueText, dataset.space)),
    [valueText, dataset.space],
  );
  return useMemo(
    () => ({
      operation,
      value,
      module,
      moduleKey,
      architecture,
      pickModule: (picked) => void setState({ module: encodeModule(picked) }),
      toggleOperation: (key) => void setState({ op: key === operation ? null : key }),
      toggleValue: (picked) => {
        const text = encodeValue(picked);
        void setState({ value: text === valueText ? null : text });
      },
      pickArchitecture: (picked) => void setState({ architecture: picked }),
    }),
    [operation, value, valueText, module, moduleKey, architecture, setState],
  );
}
