"use client";

import { useState } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import { isLinked } from "@/lib/figures/linked";

/** A module and an operation that are picked in one figure only. */
export function usePicked() {
  const [module, setModule] = useState<Module | null>(null);
  const [operation, setOperation] = useState<string | null>(null);
  return {
    moduleKey: module && encodeModule(module),
    isLinked: (shown: Module) => isLinked({ module, operation, architecture: null }, shown),
    setModule,
    operation,
    toggleOperation: (key: string) => setOperation(key === operation ? null : key),
  };
}
