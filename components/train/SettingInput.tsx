import { useId, useState } from "react";
import type { SettingField } from "@/lib/core/settingFields";
import { settingProblem } from "@/lib/core/predictorSettings";
import { groupingFeatures } from "@/lib/core/split/rowGroups";
import type { SearchSpace } from "@/lib/core/searchSpace";

type SettingValue = number | string | boolean | undefined;

const BOX = "w-full rounded border bg-surface px-2 py-1 disabled:opacity-50";

/** One setting with its unit, legal range and what it does; a wrong value says so at the field. */
export function SettingInput({
  field,
  space,
  value,
  disabled,
  onChange,
}: {
  field: SettingField;
  /** Of the dataset: its features may be what a setting chooses. */
  space: SearchSpace;
  value: SettingValue;
  disabled: boolean;
  onChange: (value: number | string) => void;
}) {
  const id = useId();
  const problem = settingProblem(field, value);
  const shared = { id, disabled, "aria-invalid": problem !== null, "aria-describedby": `${id}-help` };
  const look = `${BOX} ${problem ? "border-bad" : "border-line-strong"}`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="font-medium">
        {field.label}
        {isNumber(field) && field.unit && <span className="font-normal text-muted"> ({field.unit})</span>}
      </label>
      {!isNumber(field) ? (
        <select
          {...shared}
          className={look}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        >
          {choicesOf(field, space).map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <NumberBox {...shared} className={look} value={value} onChange={onChange} />
      )}
      <p id={`${id}-help`} className={problem ? "text-bad" : "text-muted"}>
        {problem ?? (isNumber(field) ? `${field.help} ${field.min} to ${field.max}.` : field.help)}
      </p>
    </div>
  );
}

type NumberField = Extract<SettingField, { type: "integer" | "number" }>;
type ListField = Exclude<SettingField, NumberField>;

const isNumber = (field: SettingField): field is NumberField =>
  field.type === "integer" || field.type === "number";

/** Values with the words they are offered in. */
function choicesOf(field: ListField, space: SearchSpace): (readonly [value: string, label: string])[] {
  if (field.type === "choice") return field.options.map((option) => [option, option]);
  return [
    ["automatic", "same network"],
    ...groupingFeatures(space).map((name) => [`by:${name}`, `same ${name}`] as const),
    ...space.globalFeatures.map(
      ({ name }) => [`except:${name}`, `same network, whatever its ${name}`] as const,
    ),
    ["none", "none"],
  ];
}

/** Keeps what is typed, such as `1e-` on the way to `1e-4`, as long as it means the value. */
function NumberBox({
  value,
  onChange,
  ...props
}: Omit<React.InputHTMLAttributes<HTMLInputElement>, "value" | "onChange"> & {
  value: SettingValue;
  onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState("");
  const shown = Object.is(read(typed), value) ? typed : String(value);
  return (
    <input
      {...props}
      type="text"
      inputMode="decimal"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
}

const read = (text: string): number => (text.trim() === "" ? NaN : Number(text));
