"use client";

import { RadioChoices, type RadioOption } from "@/components/ui/RadioChoices";
import type { JoinKey } from "@/lib/api/contracts";

const KEYS: readonly RadioOption<JoinKey>[] = [
  { value: "architecture", name: "the architecture", meaning: "the file says how each row is built" },
  { value: "id", name: "the id", meaning: "both files name the same rows alike" },
];

type JoinKeyChoiceProps = { by: JoinKey; onChange: (by: JoinKey) => void };

/** By what the rows of two files find each other. */
export function JoinKeyChoice({ by, onChange }: JoinKeyChoiceProps) {
  return (
    <fieldset className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <legend className="float-left mr-4 font-medium">Rows are the same by</legend>
      <RadioChoices options={KEYS} value={by} onChange={onChange} />
    </fieldset>
  );
}
