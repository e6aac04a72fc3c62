"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { copyText } from "./copyText";

type CopyButtonProps = {
  label: string;
  /** What is copied, made when the button is pressed. */
  text: () => string;
  look?: "plain" | "quiet";
  className?: string;
};

/** Copies a text, and shows it to be copied by hand where the browser does not allow it. */
export function CopyButton({ label, text, look = "plain", className = "" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<{ text: string; copied: boolean } | null>(null);
  const copy = async () => {
    const made = text();
    setOutcome({ text: made, copied: await copyText(made) });
  };
  return (
    <>
      <Button look={look} className={className} onClick={() => void copy()}>
        {label}
      </Button>
      <span aria-live="polite" className="text-xs text-muted">
        {outcome?.copied && "Copied"}
        {outcome && !outcome.copied && "The browser does not let this page copy. Copy it from here:"}
      </span>
      {outcome && !outcome.copied && (
        <textarea
          readOnly
          aria-label={`${label}, to copy by hand`}
          className="w-full rounded border border-line bg-surface p-2 font-mono text-xs"
          rows={Math.min(12, outcome.text.split("\n").length)}
          value={outcome.text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
