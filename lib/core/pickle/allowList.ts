import { BUILTINS } from "./builtins";
import { NUMPY } from "./numpy";
import { TORCH } from "./torch";
import type { Global } from "./values";

/** Every name a pickle may use. Names are compared whole: nothing is looked up inside of anything. */
const ALLOWED: ReadonlyMap<string, Global> = new Map(
  [...BUILTINS, ...NUMPY, ...TORCH].map((global) => [global.name, global]),
);

/** Modules that Python 3 renamed. */
const RENAMED: Readonly<Record<string, string>> = {
  __builtin__: "builtins",
  copy_reg: "copyreg",
  "pathlib._local": "pathlib",
};

export const qualifiedName = (module: string, name: string): string =>
  `${Object.hasOwn(RENAMED, module) ? RENAMED[module] : module}.${name}`;

export const allowedGlobal = (name: string): Global | undefined => ALLOWED.get(name);
