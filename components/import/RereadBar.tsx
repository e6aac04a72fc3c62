import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { ReadingProgress } from "./ReadingProgress";
import type { DryRun } from "./useDryRun";

type RereadBarProps = { reading: Pick<DryRun<unknown, unknown>, "pending" | "error" | "cancel"> };

/** Stays in sight while a change is read, so that nobody takes the old figures for the new ones. */
export function RereadBar({ reading: { pending, error, cancel } }: RereadBarProps) {
  if (pending === null && error === null) return null;
  return (
    <div className="sticky bottom-2 z-20 rounded lg:bottom-42 border border-line-strong bg-surface p-3 shadow-lg">
      {pending !== null && (
        <ReadingProgress label="Reading with your changes" progress={pending} onCancel={cancel} />
      )}
      {error !== null && (
        <Note tone="bad" title="The file cannot be read with this change">
          <p className="break-words">{error.message}</p>
          <p>What is shown is how it was read before.</p>
          <Button className="mt-2" onClick={cancel}>
            Undo the change
          </Button>
        </Note>
      )}
    </div>
  );
}
