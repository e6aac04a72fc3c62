"use client";

import { useState } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { isLinked, NOTHING_SELECTED } from "@/lib/figures/linked";

/** A module and an operation that are picked in one figure only. */
export function usePicked() {
  const [module, setModule] = useState<Module | null>(null);
  const [operation, setOperation] = useState<string | null>(null);
  return {
    moduleKey: module && encodeModule(module),
    isLinked: (space: SearchSpace) => (shown: Module) =>
      isLinked(space, { ...NOTHING_SELECTED, module, operation }, shown),
    setModule,
    operation,
    toggleOperation: (key: string) => setOperation(key === operation ? null : key),
  };
}
