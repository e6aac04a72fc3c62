"use client";

import { useId, useRef, useState, type DragEvent } from "react";
import { Button } from "@/components/ui/Button";

/** What file dialogs offer first; anything dropped is recognised by what it holds, not by its name. */
const ACCEPTED = ".json,.csv,.tsv,.jsonl,.txt,.zip,.gz,.pkl,.pt,.pth,.onnx";

type DropZoneProps = {
  onFiles: (files: readonly File[]) => void;
  /** Once there is a file, another one is not what the page asks for first. */
  hasFile?: boolean;
};

/** A place to drop a file, with a button for those who do not drag. */
export function DropZone({ onFiles, hasFile = false }: DropZoneProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
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
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded border-2 border-dashed px-4 py-5 ${
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface"
      }`}
    >
      <Button look={hasFile ? "plain" : "primary"} onClick={() => input.current?.click()}>
        {hasFile ? "Choose another file" : "Choose a file"}
      </Button>
      <p className="min-w-0 flex-1 basis-72 text-muted">
        or drop it here: a table, a pickle, or ONNX models; one row for each evaluated architecture. Nothing
        is stored before you have seen what was recognised.
      </p>
      <label htmlFor={id} className="sr-only">
        File of evaluated architectures
      </label>
      <input
        id={id}
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again, after it was mended.
          event.target.value = "";
        }}
      />
    </div>
  );
}
