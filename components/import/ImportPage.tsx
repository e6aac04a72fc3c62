"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import type { Candidate } from "@/lib/core/dataset";
import { chooseFiles, forgetFile, useChosenFile, type ChosenFile } from "./chosenFile";
import { DropZone } from "./DropZone";
import { ImportSteps } from "./ImportSteps";
import { KnownFormats } from "./KnownFormats";

/**
 * From a file to a dataset in three steps on one page: recognised, check, store.
 * @param readers all formats there are, for those who know better than the guess
 */
export function ImportPage({ readers }: { readers: readonly Candidate[] }) {
  const chosen = useChosenFile();
  const router = useRouter();
  const onStored = (id: string) => {
    router.push(`/datasets/${id}/data`);
    forgetFile();
  };
  return (
    <div className="mx-auto max-w-5xl space-y-4 p-4">
      <div>
        <h1 className="text-xl font-semibold">Import a file of evaluated architectures</h1>
        {chosen === null && (
          <p className="text-muted">
            A table with one row for each architecture: how it is built, and what was measured. Or look at a{" "}
            <Link href="/" className="text-accent underline">
              sample
            </Link>{" "}
            first.
          </p>
        )}
      </div>
      {chosen === null ? (
        <>
          <DropZone onFiles={(files) => void chooseFiles(files)} />
          <KnownFormats readers={readers} />
        </>
      ) : (
        <>
          <ChosenFileLine chosen={chosen} />
          <ImportSteps key={fileKey(chosen.file)} file={chosen.file} readers={readers} onStored={onStored} />
          <DropZone onFiles={(files) => void chooseFiles(files)} hasFile />
        </>
      )}
    </div>
  );
}

/** Another file, or the same one changed, starts the steps anew. */
const fileKey = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

function ChosenFileLine({ chosen: { file, leftOut } }: { chosen: ChosenFile }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0">
          <span className="font-medium break-all">{file.name}</span>{" "}
          <span className="text-muted">({sizeWords(file.size)}), not stored yet</span>
        </p>
        <Button onClick={forgetFile}>Put it aside</Button>
      </div>
      {leftOut.length > 0 && (
        <Note tone="warn" title={`Only ${file.name} is imported`}>
          <p>
            One dataset comes from one file. Left out: {leftOut.slice(0, 5).join(", ")}
            {leftOut.length > 5 && ` and ${leftOut.length - 5} more`}. Import them one after the other.
          </p>
        </Note>
      )}
    </>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 2 ** 20) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
