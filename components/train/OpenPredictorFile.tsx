import { useId, useState, type DragEvent } from "react";
import { buttonClass } from "@/components/ui/Button";

/** Chooses, or takes what is dropped: a predictor file of this or another machine, or a checkpoint's two files. */
export function OpenPredictorFile({ onOpen }: { onOpen: (files: readonly File[]) => Promise<void> }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void onOpen([...event.dataTransfer.files]);
  };
  const dragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      onDrop={drop}
      onDragOver={dragOver}
      onDragLeave={() => setIsOver(false)}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded border-2 border-dashed px-3 py-3 ${
        isOver ? "border-accent bg-accent-soft" : "border-line-strong"
      }`}
    >
      <input
        id={id}
        type="file"
        accept=".json,application/json,.pt,.pth,.pkl"
        multiple
        className="peer sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Cleared, so that the same file can be chosen again after it was mended.
          event.target.value = "";
          if (files.length > 0) void onOpen(files);
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass("plain")} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent`}
      >
        Open a predictor file
      </label>
      <p className="min-w-0 flex-1 basis-72 text-muted">
        or drop it here: *.archwright.json, or a released AutoBuild checkpoint, its ..._predictor.pt and
        ..._config.pkl together. Nothing in them is run.
      </p>
    </div>
  );
}
