import type { Architecture } from "../architecture";
import { onceForAll } from "../formats/onceForAll";
import type { SearchSpace } from "../searchSpace";

/** Whether architectures of a space can be said as once-for-all's lists of kernels, expand ratios and depths. */
export const hasOnceForAllLists = ({ structure, nodeFeatures, constants }: SearchSpace): boolean =>
  structure === "staged" &&
  ["expand", "kernel"].every(
    (name) => nodeFeatures.some((feature) => feature.name === name) || typeof constants[name] === "number",
  );

/** `{"ks": [...], "e": [...], "d": [...]}` as once-for-all's networks take it, whatever notation the file had. */
export const onceForAllLists = (space: SearchSpace, architecture: Architecture): string =>
  `${onceForAll.write({ ...space, notation: onceForAll.id }, architecture)}\n`;
