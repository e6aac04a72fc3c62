"use client";

import { Button } from "@/components/ui/Button";
import { operationKey, operationLabel } from "@/lib/core/searchSpace";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { moduleLabel, modulePlace } from "./moduleWords";
import { useOperations } from "./useOperations";
import { useSelection } from "./useSelection";

/** What is selected in any figure and outlined in all of them, each with a way to let go of it. */
export function SelectionBar() {
  const { dataset } = useExploration();
  const { operation, value, module, architecture } = useSelection();
  const [, setState] = useExploreState();
  const { operations } = useOperations();
  const known = operations.find((node) => operationKey(node) === operation);
  const selected = [
    ...(known
      ? [
          {
            what: "operation",
            name: operationLabel(dataset.space, known),
            clear: () => setState({ op: null }),
          },
        ]
      : []),
    ...(value
      ? [{ what: "value", name: `${value.feature} ${value.value}`, clear: () => setState({ value: null }) }]
      : []),
    ...(module
      ? [
          {
            what: "module",
            name: `${moduleLabel(dataset.space, module)}, ${modulePlace(dataset.space, module)}`,
            clear: () => setState({ module: null }),
          },
        ]
      : []),
    ...(architecture
      ? [
          {
            what: "architecture",
            name: architecture.id,
            clear: () => setState({ architecture: null }),
          },
        ]
      : []),
  ];
  // As tall as with a selection: figures must not move under the pointer that selects.
  if (selected.length === 0)
    return (
      <p className="flex min-h-7 items-center text-xs text-muted">
        What you press in one figure is outlined in all of them.
      </p>
    );
  return (
    <div
      role="group"
      aria-label="Selected in all figures"
      className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1 text-xs"
    >
      <span className="text-muted">Outlined in every figure:</span>
      {selected.map(({ what, name, clear }) => (
        <span key={what} className="flex min-w-0 items-center">
          <span className="max-w-72 truncate">
            {what} <b className="font-semibold">{name}</b>
          </span>
          <Button
            look="quiet"
            className="px-1.5 py-0.5 text-xs"
            aria-label={`Let go of the ${what}`}
            onClick={() => void clear()}
          >
            ×
          </Button>
        </span>
      ))}
    </div>
  );
}
