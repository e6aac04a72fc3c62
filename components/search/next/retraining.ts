"use client";

import { createContext, useContext } from "react";
import type { Retraining } from "./useRetraining";

export const RetrainingContext = createContext<Retraining | null>(null);

/** @throws Error outside of the Search page */
export function useRetrainingOfPage(): Retraining {
  const retraining = useContext(RetrainingContext);
  if (retraining === null) throw new Error("useRetrainingOfPage is for the panels of the Search page.");
  return retraining;
}
