import { useId, useState } from "react";
import { settingProblem, type SettingField } from "@/lib/core/predictorKinds";

type SettingValue = number | string | boolean | undefined;

const BOX = "w-full rounded border bg-surface px-2 py-1 disabled:opacity-50";

/** One setting with its unit, legal range and what it does; a wrong value says so at the field. */
export function SettingInput({
  field,
  value,
  disabled,
  onChange,
}: {
  field: SettingField;
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
        {field.type !== "choice" && field.unit && (
          <span className="font-normal text-muted"> ({field.unit})</span>
        )}
      </label>
      {field.type === "choice" ? (
        <select
          {...shared}
          className={look}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        >
          {field.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <NumberBox {...shared} className={look} value={value} onChange={onChange} />
      )}
      <p id={`${id}-help`} className={problem ? "text-bad" : "text-muted"}>
        {problem ?? (field.type === "choice" ? field.help : `${field.help} ${field.min} to ${field.max}.`)}
      </p>
    </div>
  );
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
