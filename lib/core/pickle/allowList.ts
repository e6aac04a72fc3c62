import { BUILTINS } from "./builtins";
import { NUMPY } from "./numpy";
import { TORCH } from "./torch";
import type { Global } from "./values";

/** Every name a pickle may use. Names are compared whole: nothing is looked up inside of anything. */
const ALLOWED: ReadonlyMap<string, Global> = new Map(
  [...BUILTINS, ...NUMPY, ...TORCH].map((global) => [global.name, global]),
);

/** Python 2 wrote `xrange`; protocols below 3 still do. */
const RENAMED_GLOBALS: Readonly<Record<string, string>> = {
  "builtins.xrange": "builtins.range",
  "builtins.unicode": "builtins.str",
  "builtins.long": "builtins.int",
};

/** Modules that Python 3 renamed. */
const RENAMED: Readonly<Record<string, string>> = {
  __builtin__: "builtins",
  copy_reg: "copyreg",
  "pathlib._local": "pathlib",
};

/** Python 3's full name. Only whole names are compared: a dot inside of one leads nowhere. */
export function qualifiedName(module: string, name: string): string {
  const full = `${Object.hasOwn(RENAMED, module) ? RENAMED[module] : module}.${name}`;
  return Object.hasOwn(RENAMED_GLOBALS, full) ? (RENAMED_GLOBALS[full] ?? full) : full;
}

export const allowedGlobal = (name: string): Global | undefined => ALLOWED.get(name);
