import { archset } from "./archset";
import { blockTokens } from "./blockTokens";
import { nasBench201 } from "./nasBench201";
import { onceForAll } from "./onceForAll";
import type { Reader } from "./reader";

/** In order of certainty: the first that matches reads the file. */
export const readers: readonly Reader[] = [archset, nasBench201, onceForAll, blockTokens];
