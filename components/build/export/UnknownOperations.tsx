"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { parseComposition, STEP_HELP } from "@/lib/core/blocks/composition";
import type { OperationBook } from "@/lib/core/blocks/operations";

/** Names operations that nothing says how to build, and takes the layers that each is made of. */
export function UnknownOperations({
  names,
  onDefine,
}: {
  names: readonly string[];
  onDefine: (definitions: OperationBook) => void;
}) {
  return (
    <Note
      tone="warn"
      title={
        names.length === 1
          ? `Nothing says what the operation ${names[0]} is made of.`
          : `Nothing says what ${names.length} operations are made of: ${names.join(", ")}.`
      }
    >
      <p className="text-muted">
        Say it as layers, first to last, such as <code>relu &gt; conv 3x3 &gt; bn</code>: {STEP_HELP}.
      </p>
      {names.map((name) => (
        <DefinitionInput key={name} name={name} onDefine={(text) => onDefine({ [name]: text })} />
      ))}
    </Note>
  );
}

function DefinitionInput({ name, onDefine }: { name: string; onDefine: (text: string) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const outcome = text.trim() === "" ? null : parseComposition(text);
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome?.ok) onDefine(text.trim());
      }}
    >
      <label htmlFor={id} className="font-medium">
        {name}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          className="min-w-0 flex-1 rounded border border-line-strong bg-surface px-2 py-1 font-mono text-xs"
          placeholder="relu > conv 3x3 > bn"
          value={text}
          aria-invalid={outcome?.ok === false}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" disabled={outcome?.ok !== true}>
          Define
        </Button>
      </div>
      <p id={`${id}-problem`} className="text-bad">
        {outcome?.ok === false && outcome.message}
      </p>
    </form>
  );
}
