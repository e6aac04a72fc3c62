import type { AssembledArchitecture } from "@/lib/api/contracts";
import type { Architecture } from "@/lib/core/architecture";

/** An architecture whose graph can be drawn; designs have a name beside their id. */
export type ShownArchitecture = Architecture & { readonly name?: string };

/** Rows may have any id; a prefix keeps designs apart from them in addresses. */
const DESIGN = "design:";

export const asShown = ({ id, name, architecture }: AssembledArchitecture): ShownArchitecture => ({
  ...architecture,
  id: DESIGN + id,
  name,
});
