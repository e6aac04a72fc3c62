import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Issue } from "@/lib/core/dataset";
import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import { recodeArchitecture } from "@/lib/core/recode";
import type { Feature, SearchSpace } from "@/lib/core/searchSpace";

/** Rows that the edited space does not allow, each with the first value that does not fit, in row order. */
export function misfits(
  space: SearchSpace,
  edits: SpaceEdits,
  architectures: readonly EvaluatedArchitecture[],
): Issue[] {
  const edited = editedSpace(space, edits);
  return architectures.flatMap((architecture) => {
    const outcome = recodeArchitecture(architecture, space, edited);
    return outcome.ok ? [] : [{ row: architecture.row, field: outcome.field, message: outcome.message }];
  });
}

function editedSpace(space: SearchSpace, { features, lengths }: SpaceEdits): SearchSpace {
  const edited = (feature: Feature): Feature => ({ ...feature, ...features?.[feature.name] });
  return {
    ...space,
    units: space.units.map((unit, index) => ({ ...unit, lengths: lengths?.[index] ?? unit.lengths })),
    nodeFeatures: space.nodeFeatures.map(edited),
    globalFeatures: space.globalFeatures.map(edited),
  };
}
