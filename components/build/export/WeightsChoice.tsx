"use client";

import { useId } from "react";
import { ChoiceTabs } from "@/components/explore/ChoiceTabs";
import { Note } from "@/components/ui/Note";
import { formatCount } from "@/lib/figures/format";
import type { WeightsState } from "./useWeights";

/** Random weights of a seed, or those of a file; what does not fit is listed. */
export function WeightsChoice({ state }: { state: WeightsState }) {
  const id = useId();
  const { source, setSource, seed, setSeed, fileName, chooseFile, problems } = state;
  return (
    <div className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ChoiceTabs
          legend="Weights"
          choices={[
            { value: "random", label: "random" },
            { value: "file", label: "from a file" },
          ]}
          value={source}
          onChange={setSource}
        />
        {source === "random" ? (
          <span>
            <label htmlFor={id}>seed</label>{" "}
            <input
              id={id}
              type="number"
              min={0}
              step={1}
              className="w-20 rounded border border-line-strong bg-surface px-1 py-0.5"
              value={seed}
              onChange={({ target }) => setSeed(Math.max(0, Math.floor(target.valueAsNumber || 0)))}
            />
          </span>
        ) : (
          <input
            type="file"
            aria-label="File of weights"
            accept=".safetensors,.pt,.pth,.bin"
            className="max-w-full min-w-0 text-xs"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void chooseFile(file);
            }}
          />
        )}
      </div>
      {source === "file" && fileName === null && (
        <p className="text-xs text-muted">
          A .safetensors file, or what <code>torch.save(model.state_dict(), FILE)</code> wrote of the exported
          PyTorch module. It stays in this browser, and nothing in it is run.
        </p>
      )}
      {source === "file" && fileName !== null && problems.length === 0 && (
        <p className="text-xs text-good">Every name and shape of {fileName} fits.</p>
      )}
      {source === "file" && problems.length > 0 && (
        <Note
          tone="bad"
          title={`${fileName} does not fit this network (${formatCount(problems.length, "problem")}).`}
        >
          <div role="region" aria-label="What does not fit" tabIndex={0} className="max-h-48 overflow-auto">
            <ul className="list-inside list-disc font-mono text-xs break-words">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        </Note>
      )}
    </div>
  );
}
