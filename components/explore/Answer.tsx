import type { Loadable } from "@/components/workspace/workspace";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";

/** What stands where a figure will be while the predictor works, and where it failed. */
export function Answer<T>({
  answer,
  waiting,
  children,
}: {
  answer: Loadable<T>;
  waiting: string;
  children: (value: T) => React.ReactNode;
}) {
  if (answer.status === "ready") return children(answer.value);
  if (answer.status === "failed")
    return (
      <Note tone="bad" title="The predictor could not answer">
        {answer.message} Reload the page to try again.
      </Note>
    );
  return (
    <div className="grid gap-2 py-8">
      <p className="text-muted">{waiting}</p>
      <ProgressBar label={waiting} fraction={answer.fraction ?? null} />
    </div>
  );
}
