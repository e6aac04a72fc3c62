import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import type { Feature } from "@/lib/core/searchSpace";
import { RangeEditor } from "./RangeEditor";
import { ToggleValues } from "./ToggleValues";
import { featureNumber, featureText } from "./words";

const KINDS: readonly { readonly kind: Feature["kind"]; readonly words: string }[] = [
  { kind: "categorical", words: "categorical: names without an order" },
  { kind: "ordinal", words: "ordinal: steps in an order" },
  { kind: "continuous", words: "continuous: any number in a range" },
  { kind: "positional", words: "positional: where a node stands" },
];

type FeatureEditorProps = {
  found: Feature;
  feature: Feature;
  onChange: (edit: NonNullable<SpaceEdits["features"]>[string]) => void;
};

/** One feature: how its values are read, and which are legal. */
export function FeatureEditor({ found, feature, onChange }: FeatureEditorProps) {
  const { name, kind, values } = feature;
  const isNumeric = found.values.every((value) => typeof value === "number");
  const setKind = (next: Feature["kind"]) => onChange({ kind: next, values: valuesAs(next, found) });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <span className="w-28 shrink-0 pt-1 break-words">{name}</span>
      <select
        aria-label={`Kind of ${name}`}
        title="How the values are read"
        value={kind}
        onChange={(event) => {
          const chosen = KINDS.find((option) => option.kind === event.target.value);
          if (chosen) setKind(chosen.kind);
        }}
        className="w-32 rounded border border-line-strong bg-surface px-1 py-1"
      >
        {KINDS.filter((option) => isNumeric || option.kind === "categorical" || option.kind === kind).map(
          (option) => (
            <option key={option.kind} value={option.kind} title={option.words}>
              {option.kind}
            </option>
          ),
        )}
      </select>
      <div className="min-w-0 flex-1 basis-60">
        {kind === "continuous" ? (
          <RangeEditor
            of={name}
            values={values.map(Number)}
            onChange={(range) => onChange({ values: range })}
          />
        ) : (
          <ToggleValues
            of={name}
            offered={found.kind === "continuous" ? [] : found.values}
            legal={values}
            parse={isNumeric ? featureNumber : featureText}
            onChange={(legal) => onChange({ values: inOrder(legal) })}
          />
        )}
      </div>
    </li>
  );
}

/** A range becomes its ends and the other way round; steps and names share their values. */
function valuesAs(kind: Feature["kind"], { kind: foundKind, values }: Feature): Feature["values"] {
  if (kind !== "continuous" || foundKind === "continuous") return values;
  const numbers = values.map(Number);
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** Numbers ascending, as a search space wants them; names stay as they stand. */
const inOrder = (values: Feature["values"]): Feature["values"] =>
  values.every((value) => typeof value === "number")
    ? [...values].sort((a, b) => Number(a) - Number(b))
    : values;
