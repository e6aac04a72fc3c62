import { parseArgs } from "node:util";

/** Takes the arguments after its name and answers what is printed as JSON. */
export type Command = (args: readonly string[]) => Promise<unknown>;

/** Input or arguments that cannot be used; the command line exits with 2. */
export class Unusable extends Error {}

export type Arguments = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
};

/**
 * Positional arguments and `--name value` options.
 * @param places names of the positional arguments, all of them needed
 * @throws Unusable naming the argument that is missing or unknown
 */
export function readArguments(
  args: readonly string[],
  places: readonly string[],
  options: readonly string[],
): Arguments {
  const known = Object.fromEntries(options.map((name) => [name, { type: "string" as const }]));
  const { values, positionals } = parse(args, known);
  const missing = places[positionals.length];
  if (missing !== undefined) throw new Unusable(`${missing} is missing.`);
  if (positionals.length > places.length)
    throw new Unusable(`"${positionals[places.length]}" is one argument too many.`);
  return { positionals, options: values };
}

function parse(args: readonly string[], options: Record<string, { type: "string" }>) {
  // `--target -latency` is a value that begins like an option; parseArgs takes it only as `--target=-latency`.
  const joined = args.reduce<string[]>((list, arg) => {
    const last = list.at(-1);
    const waits =
      last !== undefined &&
      last.startsWith("--") &&
      !last.includes("=") &&
      Object.hasOwn(options, last.slice(2));
    return waits ? [...list.slice(0, -1), `${last}=${arg}`] : [...list, arg];
  }, []);
  const unknown = joined.find((arg) => /^--./.test(arg) && !Object.hasOwn(options, optionName(arg)));
  if (unknown !== undefined)
    throw new Unusable(`There is no option --${optionName(unknown)} here; ${namesOf(options)}.`);
  try {
    return parseArgs({ args: joined, options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(error instanceof Error ? error.message : String(error));
  }
}

/** `--rows=20` -> `rows` */
const optionName = (arg: string): string => arg.slice(2).split("=", 1)[0] ?? "";

const namesOf = (options: Readonly<Record<string, unknown>>): string => {
  const names = Object.keys(options).map((name) => `--${name}`);
  return names.length === 0 ? "there are none" : `there are ${names.join(", ")}`;
};

/** An option that must be there. */
export function required({ options }: Arguments, name: string): string {
  const value = options[name];
  if (value === undefined || value === "") throw new Unusable(`--${name} is missing.`);
  return value;
}

/** A whole number of at least `least`; undefined where the option was not given. */
export function wholeNumber({ options }: Arguments, name: string, least: number): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < least)
    throw new Unusable(`--${name} takes a whole number of at least ${least}, not "${text}".`);
  return value;
}

/** One of a few words. */
export function oneOf<T extends string>(
  { options }: Arguments,
  name: string,
  words: readonly T[],
): T | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (!word) throw new Unusable(`--${name} is one of ${words.join(", ")}, not "${text}".`);
  return word;
}

/** Progress and messages for people. */
export const tell = (message: string): void => void process.stderr.write(`${message}\n`);
