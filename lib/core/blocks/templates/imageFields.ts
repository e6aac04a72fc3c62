import { globalValue } from "../../formats/notationDetails";
import type { Architecture } from "../../architecture";
import type { SearchSpace } from "../../searchSpace";
import { whole } from "./fields";

/** What every template of an image classifier says. */
export type ImageFields = {
  /** Pixels along each side, where the architecture has no resolution of its own. */
  readonly resolution: number;
  readonly inputChannels: number;
  readonly numClasses: number;
};

export const imageFields = {
  resolution: whole(1, 4096),
  inputChannels: whole(1, 1024),
  numClasses: whole(1),
} as const;

/** The architecture's own resolution, else the template's. */
export function resolutionOf(
  space: SearchSpace,
  architecture: Architecture,
  { resolution }: Pick<ImageFields, "resolution">,
): number {
  const own = globalValue(space, architecture, "resolution");
  return typeof own === "number" && Number.isInteger(own) && own > 0 ? own : resolution;
}
