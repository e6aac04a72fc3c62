import { Note } from "@/components/ui/Note";
import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import { formatCount } from "@/lib/figures/format";
import { hasSpaceEdits } from "./importPlanEdits";

type LeftOutNoteProps = { edits: SpaceEdits | undefined; numLeftOut: number };

/** What the edits of a search space cost in rows. */
export function LeftOutNote({ edits, numLeftOut }: LeftOutNoteProps) {
  if (!hasSpaceEdits(edits)) return null;
  if (numLeftOut > 0)
    return (
      <Note
        tone="warn"
        title={`${formatCount(numLeftOut, "row does", "rows do")} not fit the search space as you changed it`}
      >
        <p>They are among the rejected rows, each with the value that does not fit.</p>
      </Note>
    );
  return <Note tone="good">Every row still fits the search space as you changed it.</Note>;
}
