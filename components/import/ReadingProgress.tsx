import { Button } from "@/components/ui/Button";
import { ProgressBar } from "@/components/ui/ProgressBar";
import type { ImportProgress } from "@/lib/api/contracts";

const PHASES: Readonly<Record<ImportProgress["phase"], string>> = {
  receiving: "sending the file",
  reading: "reading its rows",
  checking: "checking every row",
  storing: "storing the rows",
};

/** Before the first and after the last byte is sent. */
const OPENING = "opening the file";

type ReadingProgressProps = { label: string; progress: ImportProgress; onCancel: () => void };

/** What happens to the file just now, how far that is, and a way to stop it. */
export function ReadingProgress({ label, progress: { phase, share }, onCancel }: ReadingProgressProps) {
  // A phase that has not said how far it is, or is only waiting for the next, has no end in sight.
  const isKnown = share > 0 && share < 1;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">
          {label}: {phase === "receiving" && !isKnown ? OPENING : PHASES[phase]}
          {isKnown && `, ${Math.round(share * 100)} %`}
        </p>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <ProgressBar label={label} fraction={isKnown ? share : null} />
    </div>
  );
}
