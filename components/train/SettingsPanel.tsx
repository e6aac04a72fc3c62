import { useId } from "react";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { PREDICTOR_KINDS, predictorKind, type KindSettings } from "@/lib/core/predictorKinds";
import { settingProblem } from "@/lib/core/predictorSettings";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatCount } from "@/lib/figures/format";
import type { BackendChoice } from "@/lib/predictor/predictor";
import { splitSizes } from "./estimate";
import { RunsOnInput } from "./RunsOnInput";
import { SettingInput } from "./SettingInput";

/** Where the page lets one choose a kind. */
export const SETTINGS_ID = "settings";

/** Settings that are not legal, each with its reason. */
export const problemsOf = (settings: KindSettings): { name: string; message: string }[] =>
  (predictorKind(settings.kind)?.fields ?? []).flatMap((field) => {
    const message = settingProblem(field, settings[field.name]);
    return message === null ? [] : [{ name: field.name, message }];
  });

type SettingsPanelProps = {
  /** Of the dataset. */
  space: SearchSpace;
  settings: KindSettings;
  onChange: (settings: KindSettings) => void;
  runsOn: BackendChoice;
  onRunsOn: (runsOn: BackendChoice) => void;
  disabled: boolean;
  numRows: number;
  /** How long it will take, in words; null while that cannot be said. */
  duration: string | null;
  /** Why Train cannot be pressed, or null. */
  reason: string | null;
  onTrain: () => void;
};

/** Which predictor, what will happen, how long it takes, and the button. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { settings, onChange, disabled, duration, reason, onTrain } = props;
  const kindId = useId();
  const reasonId = useId();
  const info = predictorKind(settings.kind) ?? PREDICTOR_KINDS[0];
  return (
    <div id={SETTINGS_ID} className="min-w-0 scroll-mt-4">
      <Panel title="How should it learn?" lead={info.description}>
        <div className="grid min-w-0 gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <label htmlFor={kindId} className="font-medium">
              Predictor kind
            </label>
            <select
              id={kindId}
              value={settings.kind}
              disabled={disabled}
              onChange={(event) => {
                const chosen = predictorKind(event.target.value);
                if (chosen) onChange(chosen.defaults);
              }}
              className="max-w-full rounded border border-line-strong bg-surface px-2 py-1.5"
            >
              {PREDICTOR_KINDS.map(({ kind, label }) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <Explanation {...props} />
          <AdvancedSettings {...props} />
          <div className="flex flex-wrap items-center gap-3">
            <Button
              look="primary"
              disabled={disabled || reason !== null}
              aria-describedby={reason ? reasonId : undefined}
              onClick={onTrain}
            >
              Train
            </Button>
            {duration && <span className="text-muted">Takes {duration}</span>}
            {reason && (
              <span id={reasonId} className="text-bad">
                {reason}
              </span>
            )}
          </div>
        </div>
      </Panel>
    </div>
  );
}

function Explanation({ settings, numRows }: Pick<SettingsPanelProps, "settings" | "numRows">) {
  const { numTrain, numTest, numLeft } = splitSizes(settings, numRows);
  if (numRows === 0) return null;
  return (
    <p>
      Trains on {formatCount(numTrain, "row")} drawn by the seed and holds out {formatCount(numTest, "row")}{" "}
      to see how well unseen architectures are ranked
      {numLeft > 0 && `; ${formatCount(numLeft, "row")} more than it takes are left out`}. It runs in this
      browser; nothing leaves this machine, and the result is stored with the dataset.
    </p>
  );
}

function AdvancedSettings({
  space,
  settings,
  onChange,
  runsOn,
  onRunsOn,
  disabled,
}: Pick<SettingsPanelProps, "space" | "settings" | "onChange" | "runsOn" | "onRunsOn" | "disabled">) {
  const info = predictorKind(settings.kind);
  if (!info) return null;
  const changed =
    info.fields.filter(({ name }) => settings[name] !== info.defaults[name]).length +
    (runsOn === "automatic" ? 0 : 1);
  const reset = (): void => {
    onChange(info.defaults);
    onRunsOn("automatic");
  };
  return (
    <details className="min-w-0 rounded border border-line px-3 py-2">
      <summary className="cursor-pointer font-medium">
        Advanced settings
        {changed > 0 && <span className="text-muted"> ({changed} changed)</span>}
      </summary>
      <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {info.fields.map((field) => (
          <SettingInput
            key={`${info.kind} ${field.name}`}
            field={field}
            space={space}
            value={settings[field.name]}
            disabled={disabled}
            onChange={(value) => onChange({ ...settings, [field.name]: value })}
          />
        ))}
        <RunsOnInput value={runsOn} disabled={disabled} onChange={onRunsOn} />
      </div>
      <Button look="quiet" className="mt-3" disabled={disabled || changed === 0} onClick={reset}>
        Back to the defaults
      </Button>
    </details>
  );
}
