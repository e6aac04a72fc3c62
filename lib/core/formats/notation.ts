import type { Architecture } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { archset } from "./archset";
import { readers } from "./registry";

/** The architecture in the notation of the file it came from. */
export function writeNotation(space: SearchSpace, architecture: Architecture): string {
  const reader = readers.find(({ id }) => id === space.notation) ?? archset;
  return reader.write(space, architecture);
}
