"use client";

import { useMemo, useState } from "react";
import { suggestTemplates, type Suggestion } from "@/lib/core/blocks/templates/suggest";
import { readTemplate, type Template, type TemplateOutcome } from "@/lib/core/blocks/templates/template";
import type { SearchSpace } from "@/lib/core/searchSpace";

export type TemplateState = {
  readonly suggestions: readonly Suggestion[];
  /** As it stands in the editor, whether it can be read or not; empty where nothing is suggested. */
  readonly text: string;
  readonly outcome: TemplateOutcome;
  readonly setText: (text: string) => void;
  readonly setTemplate: (template: Template) => void;
};

const keyOf = (datasetId: string): string => `archwright.template.${datasetId}`;

/** The template of a dataset's networks, kept in this browser. */
export function useTemplate(datasetId: string, space: SearchSpace): TemplateState {
  const suggestions = useMemo(() => suggestTemplates(space), [space]);
  const [text, setState] = useState(
    () => localStorage.getItem(keyOf(datasetId)) ?? textOf(suggestions[0]?.template ?? null),
  );
  const outcome = useMemo(() => parse(text), [text]);
  const setText = (next: string) => {
    setState(next);
    localStorage.setItem(keyOf(datasetId), next);
  };
  return { suggestions, text, outcome, setText, setTemplate: (template) => setText(textOf(template)) };
}

export const textOf = (template: Template | null): string =>
  template === null ? "" : JSON.stringify(template, null, 1);

function parse(text: string): TemplateOutcome {
  if (text.trim() === "")
    return {
      ok: false,
      faults: [{ field: "template", message: "is empty; write one, or take one from above" }],
    };
  try {
    return readTemplate(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ field: "template", message: `is no JSON: ${reason}` }] };
  }
}
