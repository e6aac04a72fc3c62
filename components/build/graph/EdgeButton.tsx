import type { Edge } from "@/lib/core/architecture";

type EdgeButtonProps = {
  edge: Edge;
  path: string;
  /** Where the arrow head touches the target. */
  tip: readonly [number, number];
  selected: boolean;
  onSelect: () => void;
  onRemove: () => void;
};

/** An edge that can be chosen with the pointer or the keyboard; Delete takes it away. */
export function EdgeButton({ edge, path, tip: [x, y], selected, onSelect, onRemove }: EdgeButtonProps) {
  const onKeyDown = (event: React.KeyboardEvent) => {
    const act =
      event.key === "Enter" || event.key === " "
        ? onSelect
        : event.key === "Delete" || event.key === "Backspace"
          ? onRemove
          : null;
    if (act === null) return;
    event.preventDefault();
    act();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={`edge from node ${edge[0] + 1} to node ${edge[1] + 1}`}
      aria-pressed={selected}
      aria-keyshortcuts="Delete"
      className={`group cursor-pointer outline-none ${selected ? "text-accent" : "text-line-strong"}`}
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <title>{`${edge[0] + 1} → ${edge[1] + 1}: click to change it, Delete takes it away`}</title>
      {/* Wide enough to be met with a finger. */}
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={16}
        className="opacity-0 group-hover:opacity-15 group-focus-visible:opacity-30"
      />
      <path d={path} fill="none" stroke="currentColor" strokeWidth={selected ? 3 : 1.6} />
      <path d={`M${x},${y}l-8,-4v8z`} fill="currentColor" />
    </g>
  );
}
