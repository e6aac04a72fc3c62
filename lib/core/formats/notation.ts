import type { Architecture } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { archset } from "./archset";
import { notationReader } from "./notationDetails";
import { readers } from "./registry";

/** The architecture in the notation of the file it came from. */
export function writeNotation(space: SearchSpace, architecture: Architecture): string {
  const reader = readers.find(({ id }) => id === notationReader(space.notation)) ?? archset;
  return reader.write(space, architecture);
}
