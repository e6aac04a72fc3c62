import { useId } from "react";
import { buttonClass } from "@/components/ui/Button";

/** Chooses a predictor file of this or another machine. */
export function OpenPredictorFile({ onOpen }: { onOpen: (file: File) => Promise<void> }) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className="peer sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Cleared, so that the same file can be chosen again after it was mended.
          event.target.value = "";
          if (file) void onOpen(file);
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass("plain")} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent`}
      >
        Open a predictor file
      </label>
      <span className="text-muted">*.archwright.json, from here or from the command line</span>
    </div>
  );
}
