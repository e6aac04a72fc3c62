import type { Architecture } from "@/lib/core/architecture";
import { sequenceModule, type Module, type ModuleScore } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { Evaluate } from "@/lib/core/search/plan";
import { stagedSpace as twoUnits } from "../../builder/spaces";

/** Two units of two or three layers of expand 3 or 6 and kernel 3, 5 or 7, without features of the whole. */
export const stagedSpace: SearchSpace = { ...twoUnits, globalFeatures: [] };

export const architecture = (...units: number[][][]): Architecture => ({ id: "", units, globals: [] });

const codes = (nodes: Module["nodes"]): number => nodes.flat().reduce((sum, code) => sum + code, 0);

/** Modules scored by the sum of their codes, as if each code were worth 1. */
export const scored = (modules: readonly Module[], factor = 1): ModuleScore[] =>
  modules.map((module) => {
    const score = factor * codes(module.nodes);
    return { ...module, hop: module.nodes.length - 1, score, low: score - 1, high: score + 1, support: 1 };
  });

const OPERATIONS = [0, 1].flatMap((expand) => [0, 1, 2].map((kernel) => [expand, kernel]));

/** All 252 sequences of both units. */
export const allSequences: readonly Module[] = [0, 1].flatMap((unitIndex) =>
  OPERATIONS.flatMap((a) =>
    OPERATIONS.flatMap((b) => [
      sequenceModule(unitIndex, [a, b]),
      ...OPERATIONS.map((c) => sequenceModule(unitIndex, [a, b, c])),
    ]),
  ),
);

/** Accuracy is the sum of all codes, latency counts expand twice and every layer once: exact and additive. */
export const evaluate: Evaluate = async (architectures) =>
  architectures.map(({ units }) => {
    const nodes = units.flat();
    const accuracy = codes(nodes);
    const latency = nodes.reduce((sum, [expand = 0]) => sum + 1 + 2 * expand, 0);
    return [accuracy, latency].map((value) => ({ value, low: value - 1, high: value + 1 }));
  });
