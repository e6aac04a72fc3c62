import type { Feature } from "@/lib/core/searchSpace";

type GlobalChoiceProps = {
  feature: Feature;
  /** null while it is not chosen */
  code: number | null;
  onChange: (code: number | null) => void;
};

const FIELD = "rounded border border-line-strong bg-surface px-2 py-1 text-ink";

/** A feature of the whole architecture: one of its values, or a number in its range. */
export function GlobalChoice({ feature, code, onChange }: GlobalChoiceProps) {
  const read = (text: string): number | null => (text === "" ? null : Number(text));
  return (
    <label className="flex items-center gap-2">
      <span className="text-muted">{feature.name}</span>
      {feature.kind === "continuous" ? (
        <>
          <input
            type="number"
            step="any"
            min={feature.values[0]}
            max={feature.values[1]}
            className={`w-28 ${FIELD}`}
            value={code ?? ""}
            onChange={(event) => onChange(read(event.target.value))}
          />
          <span className="text-xs text-muted">
            {feature.values[0]} to {feature.values[1]}
          </span>
        </>
      ) : (
        <select className={FIELD} value={code ?? ""} onChange={(event) => onChange(read(event.target.value))}>
          <option value="">not chosen</option>
          {feature.values.map((value, index) => (
            <option key={value} value={index}>
              {value}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}
