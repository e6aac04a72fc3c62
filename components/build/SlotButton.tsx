import type { OperationPaint } from "@/lib/figures/operationPalette";

export type SlotUse = "filled" | "open" | "optional" | "not used";

type SlotButtonProps = {
  /** `unit 1, layer 2` */
  name: string;
  caption: string;
  use: SlotUse;
  paint: OperationPaint | null;
  selected: boolean;
  onSelect: () => void;
  onOpen: () => void;
};

const LOOKS: Record<SlotUse, string> = {
  filled: "border-transparent",
  open: "border-dashed border-line-strong bg-surface text-muted",
  optional: "border-dashed border-line bg-surface text-muted",
  "not used": "border-dotted border-line bg-sunken text-muted",
};

/** One place of the draft. A click selects it; Delete or Backspace opens it again. */
export function SlotButton({ name, caption, use, paint, selected, onSelect, onOpen }: SlotButtonProps) {
  return (
    <button
      type="button"
      aria-label={`${name}: ${paint?.label ?? use}`}
      aria-pressed={selected}
      title={use === "filled" ? "Delete opens this place" : undefined}
      className="grid justify-items-center gap-0.5 rounded text-xs"
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key !== "Delete" && event.key !== "Backspace") return;
        event.preventDefault();
        onOpen();
      }}
    >
      <span
        className={`grid h-9 min-w-14 place-items-center rounded border px-1.5 whitespace-nowrap ${LOOKS[use]} ${
          selected ? "outline-2 outline-offset-1 outline-ink" : ""
        }`}
        style={paint ? { background: paint.fill, color: paint.ink } : undefined}
      >
        {paint?.label ?? use}
      </span>
      <span className="text-muted">{caption}</span>
    </button>
  );
}
