/** Whether settings are those of their kind, for pages, files and the command line alike. */
import { predictorKind, type KindSettings } from "./predictorKinds";
import type { SettingField } from "./settingFields";
import { GROUPING_FORMS, parseGrouping } from "./split/rowGroups";

/** What is wrong with a value of a setting, or null. */
export function settingProblem(field: SettingField, value: unknown): string | null {
  if (field.type === "choice")
    return field.options.includes(String(value))
      ? null
      : `${field.label} is one of ${field.options.join(", ")}.`;
  if (field.type === "grouping")
    return parseGrouping(String(value)) ? null : `${field.label} is one of ${GROUPING_FORMS}.`;
  const legal = `${field.min} to ${field.max}`;
  if (typeof value !== "number" || !Number.isFinite(value)) return `${field.label} is a number, ${legal}.`;
  if (field.type === "integer" && !Number.isInteger(value))
    return `${field.label} is a whole number, ${legal}.`;
  return value < field.min || value > field.max ? `${field.label} goes from ${legal}.` : null;
}

/**
 * The first setting that its kind does not have, or whose value is none of those it may have, as a sentence with those
 * that there are; null where there is none, and for a kind of a later version. How large a number may be is no matter
 * here: what people choose goes through `settingProblem`.
 * @param isFile whether these are a predictor file's, which hold what its fit found out, too
 */
export function settingsProblem(settings: KindSettings, isFile = false): string | null {
  const info = predictorKind(settings.kind);
  if (info === null) return null;
  const fields = new Map([...info.fields, ...info.further].map((field) => [field.name, field]));
  const known = ["kind", ...(isFile ? info.findings : [])];
  for (const [name, value] of Object.entries(settings)) {
    if (known.includes(name)) continue;
    const field = fields.get(name);
    if (field === undefined)
      return `${info.label} has no setting ${JSON.stringify(name)}; its settings are ${[...fields.keys()].join(", ")}.`;
    if (field.type === "choice" || field.type === "grouping") {
      const problem = settingProblem(field, value);
      if (problem !== null) return `Setting ${name} is ${JSON.stringify(value)}. ${problem}`;
    } else if (typeof value !== "number")
      return `Setting ${name} is ${JSON.stringify(value)}. ${field.label} is a number, ${field.min} to ${field.max}.`;
  }
  return null;
}

/** The settings that a predictor's file was fitted with, without what its fit found out: for fitting another like it. */
export function settingsToRefit(settings: KindSettings): KindSettings {
  const findings = predictorKind(settings.kind)?.findings ?? [];
  const { kind, seed, trainFraction, ...others } = settings;
  const chosen = Object.entries(others).filter(([name]) => !findings.includes(name));
  return { ...Object.fromEntries(chosen), kind, seed, trainFraction };
}
