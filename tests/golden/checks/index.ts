import type { Check } from "./check";
import { embeddingChecks } from "./embeddings";
import { isolatedUnitChecks, predictionChecks, regimeChecks } from "./predictions";
import { lossChecks } from "./losses";
import { trainStepChecks } from "./trainSteps";
import { momentChecks, unitChecks } from "./units";

export { beyond, type Check } from "./check";

export const CHECKS: readonly Check[] = [
  ...predictionChecks,
  ...isolatedUnitChecks,
  ...regimeChecks,
  ...embeddingChecks,
  ...lossChecks,
  ...trainStepChecks,
  ...momentChecks,
  ...unitChecks,
];
