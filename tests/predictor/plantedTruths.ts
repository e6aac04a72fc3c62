import { operationKey } from "@/lib/core/searchSpace";
import type { Truth } from "./plantedData";

const LEVEL = 70;

/** expand 6 helps and expand 3 harms wherever it stands. */
export const feature: Truth = ({ units }) =>
  LEVEL + units.flat().reduce((sum, [expand = 0]) => sum + 0.5 * (expand - 0.5), 0);

/** kernel 7 helps, in the first layer of unit 3 only. */
export const position: Truth = ({ units }) => LEVEL + (units[2]?.[0]?.[1] === 2 ? 2 : 0);

/** Kernel 7 followed by expand 6 helps, at the beginning of unit 2; together they do more than either alone. */
export const pair: Truth = ({ units }) => {
  const [first, second] = units[1] ?? [];
  return LEVEL + (first?.[1] === 2 && second?.[0] === 1 ? 2 : 0);
};
export const holdsPair = (name: string): boolean => /^.,2 1,.$/.test(name);
export const holdsNeitherHalf = (name: string): boolean => /^.,[01] 0,.$/.test(name);

/** The position and the pair at once; unit 1 does nothing. */
export const positionAndPair: Truth = (architecture) => position(architecture) + pair(architecture) - LEVEL;

/** One exact operation followed by one other: a row in 36 has it. */
export const rarePair: Truth = ({ units }) => {
  const [first, second] = units[1] ?? [];
  const holds = first !== undefined && second !== undefined;
  return LEVEL + (holds && operationKey(first) === "0,1" && operationKey(second) === "1,0" ? 4 : 0);
};

/** In the first layer of unit 1 two operations help alike, and a third one harms. */
export const equals: Truth = ({ units }) => {
  const worth: Readonly<Record<string, number>> = { "0,2": 1, "1,0": 1, "1,1": -1 };
  return LEVEL + (worth[operationKey(units[0]?.[0] ?? [])] ?? 0);
};
