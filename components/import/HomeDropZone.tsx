"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { chooseFiles, useChosenFile } from "./chosenFile";
import { DropZone } from "./DropZone";

/** Takes a file to the import page, where it is read. */
export function HomeDropZone() {
  const router = useRouter();
  const chosen = useChosenFile();
  return (
    <>
      <DropZone
        onFiles={(files) => {
          if (files.length === 0) return;
          void chooseFiles(files);
          router.push("/import");
        }}
      />
      {chosen !== null && (
        <p className="mt-2 text-muted">
          {chosen.file.name} is chosen but not stored.{" "}
          <Link href="/import" className="text-accent underline">
            Go on with its import
          </Link>
        </p>
      )}
    </>
  );
}
