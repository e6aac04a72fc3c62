"use client";

import Image from "next/image";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { downloadFile, downloadText } from "../downloadText";
import { FORM_LABELS, type ArchitectureForm } from "./forms";
import { pngOf } from "./pngOf";
import { TextPreview } from "./TextPreview";
import type { ArchitectureFiles } from "./useArchitectureFiles";

/** One file of the architecture itself: seen before it is taken. */
export function ArchitectureFile({ form, files }: { form: ArchitectureForm; files: ArchitectureFiles }) {
  const [problem, setProblem] = useState<string | null>(null);
  const file = form === "png" ? files.svg : files[form];
  const label = FORM_LABELS[form];
  if (!file)
    return (
      <p className="text-muted">
        {label} are for units of blocks with the features expand and kernel, which this dataset does not have.
      </p>
    );
  const name = form === "png" ? "architecture.png" : file.name;
  const take = async () => {
    setProblem(null);
    if (form !== "png") return downloadText(file);
    try {
      downloadFile({ name, mediaType: "image/png", content: await pngOf(file.text) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">{name}</p>
        <Button look="primary" onClick={() => void take()}>
          Download {label}
        </Button>
      </div>
      {problem && <Note tone="bad" title={problem} />}
      {form === "svg" || form === "png" ? (
        <div className="max-h-96 overflow-auto rounded border border-line bg-white">
          {/* The file itself, drawn as an image: what is seen here is what is taken. */}
          <DataImage text={file.text} label={label} />
        </div>
      ) : (
        <TextPreview label={label} text={file.text} />
      )}
    </div>
  );
}

function DataImage({ text, label }: { text: string; label: string }) {
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  // Its size is that of the file; the zeros only say that the page does not know it.
  return (
    <Image
      src={address}
      unoptimized
      width={0}
      height={0}
      alt={`Preview of the ${label} file`}
      className="h-auto w-auto max-w-none"
    />
  );
}
