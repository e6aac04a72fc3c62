/** Small readers of JSON values that say of what is wrong where it stands: `units[2].stride: 0 is not ...`. */
import { isRecord } from "../../formats/record";

export type Fault = { readonly field: string; readonly message: string };

/** Reads a value at a place, or notes what is wrong with it and answers null. */
export type Read<T> = (value: unknown, field: string, faults: Fault[]) => T | null;

export const whole =
  (least: number, most = 1_000_000): Read<number> =>
  (value, field, faults) => {
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    faults.push({ field, message: `${told(value)} is not a whole number from ${least} to ${most}` });
    return null;
  };

export const number =
  (least: number, most: number): Read<number> =>
  (value, field, faults) => {
    if (typeof value === "number" && value >= least && value <= most) return value;
    faults.push({ field, message: `${told(value)} is not a number from ${least} to ${most}` });
    return null;
  };

export const yesNo: Read<boolean> = (value, field, faults) => {
  if (typeof value === "boolean") return value;
  faults.push({ field, message: `${told(value)} is not true or false` });
  return null;
};

export const oneOf =
  <T extends string>(words: readonly T[]): Read<T> =>
  (value, field, faults) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined)
      faults.push({ field, message: `${told(value)} is not one of ${words.join(", ")}` });
    return word ?? null;
  };

export const text: Read<string> = (value, field, faults) => {
  if (typeof value === "string") return value;
  faults.push({ field, message: `${told(value)} is not text` });
  return null;
};

export const list =
  <T>(read: Read<T>, fewest = 0): Read<T[]> =>
  (value, field, faults) => {
    if (!Array.isArray(value) || value.length < fewest) {
      faults.push({ field, message: `is not a list of at least ${fewest}` });
      return null;
    }
    const items = value.map((item, index) => read(item, `${field}[${index}]`, faults));
    return items.every((item) => item !== null) ? items : null;
  };

export const record =
  <T>(read: Read<T>): Read<Record<string, T>> =>
  (value, field, faults) => {
    if (!isRecord(value)) {
      faults.push({ field, message: `${told(value)} is not an object` });
      return null;
    }
    const entries = Object.entries(value).flatMap(([name, item]) => {
      const one = read(item, `${field}.${name}`, faults);
      return one === null ? [] : [[name, one] as const];
    });
    return Object.fromEntries(entries);
  };

/** An object of exactly these fields. */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]: Read<T[K]> }): Read<T> =>
  (value, field, faults) => {
    if (!isRecord(value)) {
      faults.push({ field, message: `${told(value)} is not an object` });
      return null;
    }
    const before = faults.length;
    const at = (name: string) => (field === "" ? name : `${field}.${name}`);
    for (const name of Object.keys(value))
      if (!Object.hasOwn(fields, name)) faults.push({ field: at(name), message: "is not a field of it" });
    const result: Partial<T> = {};
    for (const name in fields) {
      const one = fields[name](value[name], at(name), faults);
      if (one !== null) result[name] = one;
    }
    return faults.length === before && isWhole(result, fields) ? result : null;
  };

const isWhole = <T extends object>(
  result: Partial<T>,
  fields: { readonly [K in keyof T]: unknown },
): result is T => Object.keys(fields).every((name) => Object.hasOwn(result, name));

const told = (value: unknown): string =>
  value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing").slice(0, 60);
