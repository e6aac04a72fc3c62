import { ESLint, type Linter } from "eslint";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const eslint = new ESLint({ cwd: root });

/** Rules that the text would break if it stood in that file. */
async function brokenRules(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, filePath) });
  const messages: Linter.LintMessage[] = result?.messages ?? [];
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const ZONES = "import/no-restricted-paths";
const PACKAGES = "no-restricted-imports";
const TYPED_PACKAGES = "@typescript-eslint/no-restricted-imports";
const SYNTAX = "no-restricted-syntax";

const FORBIDDEN: readonly [file: string, code: string, rule: string][] = [
  [
    "lib/core/probe.ts",
    `import type { Predictor } from "../predictor/predictor";\nexport type P = Predictor;`,
    ZONES,
  ],
  ["lib/core/probe.ts", `import { database } from "../server/database";\nvoid database();`, ZONES],
  ["lib/core/probe.ts", `export { newId } from "@/lib/server/ids";`, ZONES],
  ["lib/core/probe.ts", `import type { ReactNode } from "react";\nexport type P = ReactNode;`, PACKAGES],
  [
    "lib/core/probe.ts",
    `import * as tf from "@tensorflow/tfjs";\nexport const version = tf.version;`,
    PACKAGES,
  ],
  ["lib/core/probe.ts", `import { readFileSync } from "node:fs";\nreadFileSync("a");`, PACKAGES],
  [
    "lib/core/probe.ts",
    `export type P = import("react").ReactNode;`,
    "@typescript-eslint/consistent-type-imports",
  ],
  ["lib/core/probe.ts", `export const later = () => import("react");`, SYNTAX],
  ["lib/core/probe.ts", `export const title = () => document.title;`, "no-restricted-globals"],
  ["lib/core/probe.ts", `export const chance = () => Math.random();`, SYNTAX],
  ["lib/predictor/probe.ts", `export const now = () => Date.now();`, SYNTAX],
  ["lib/builder/probe.ts", `export const now = () => new Date();`, SYNTAX],
  ["lib/builder/probe.ts", `import { formatValue } from "../figures/format";\nformatValue(1);`, ZONES],
  ["lib/builder/probe.ts", `import { scaleLinear } from "d3";\nscaleLinear();`, PACKAGES],
  ["lib/figures/probe.ts", `import { select } from "d3";\nselect("svg");`, PACKAGES],
  ["lib/figures/probe.ts", `import { select } from "d3-selection";\nselect("svg");`, PACKAGES],
  [
    "lib/figures/probe.ts",
    `import type { Predictor } from "../predictor/predictor";\nexport type P = Predictor;`,
    ZONES,
  ],
  ["lib/predictor/probe.ts", `import { useState } from "react";\nuseState(1);`, PACKAGES],
  ["lib/predictor/probe.ts", `import { readFileSync } from "node:fs";\nreadFileSync("a");`, PACKAGES],
  [
    "lib/predictor/probe.ts",
    `import type { Tasks } from "../worker/protocol";\nexport type P = Tasks;`,
    ZONES,
  ],
  [
    "lib/worker/trainer-client.ts",
    `import { openPredictor } from "../predictor/registry";\nopenPredictor();`,
    TYPED_PACKAGES,
  ],
  ["lib/worker/probe.ts", `import { database } from "../server/database";\nvoid database();`, ZONES],
  ["lib/server/probe.ts", `import { Button } from "../../components/ui/Button";\nvoid Button;`, ZONES],
  ["lib/server/probe.ts", `import { useState } from "react";\nuseState(1);`, PACKAGES],
  ["lib/api/probe.ts", `import { PrismaClient } from "@prisma/client";\nvoid PrismaClient;`, PACKAGES],
  ["lib/api/probe.ts", `import { database } from "../server/database";\nvoid database();`, ZONES],
  ["components/probe.tsx", `import { database } from "@/lib/server/database";\nvoid database();`, ZONES],
  [
    "components/probe.tsx",
    `import type { PrismaClient } from "@prisma/client";\nexport type P = PrismaClient;`,
    PACKAGES,
  ],
  [
    "components/probe.tsx",
    `import * as tf from "@tensorflow/tfjs";\nexport const version = tf.version;`,
    PACKAGES,
  ],
  [
    "components/probe.tsx",
    `export const Text = () => <p dangerouslySetInnerHTML={{ __html: "a" }} />;`,
    SYNTAX,
  ],
  [
    "app/probe.tsx",
    `import type { Predictor } from "@/lib/predictor/predictor";\nexport type P = Predictor;`,
    ZONES,
  ],
  ["lib/server/probe.ts", `export const run = (text: string) => eval(text);`, "no-eval"],
  [
    "lib/server/probe.ts",
    `export const first = (list: number[]) => list[0]!;`,
    "@typescript-eslint/no-non-null-assertion",
  ],
  [
    "lib/server/probe.ts",
    `export const read = (text: string): any => text;`,
    "@typescript-eslint/no-explicit-any",
  ],
  [
    "lib/server/probe.ts",
    `// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const read = (text: string): any => text;`,
    "@typescript-eslint/no-explicit-any",
  ],
];

const ALLOWED: readonly [file: string, code: string][] = [
  ["lib/core/probe.ts", `import { srcc } from "./stats";\nexport const rank = srcc;`],
  ["lib/figures/probe.ts", `import { scaleLinear } from "d3";\nexport const scale = scaleLinear();`],
  [
    "lib/predictor/probe.ts",
    `import type { SearchSpace } from "../core/searchSpace";\nexport type S = SearchSpace;`,
  ],
  [
    "lib/worker/trainer-client.ts",
    `import type { Backend } from "../predictor/predictor";\nexport type B = Backend;`,
  ],
  ["lib/server/probe.ts", `import { database } from "./database";\nexport const open = database;`],
  [
    "components/probe.tsx",
    `import { listDatasets } from "@/lib/api/client";\nexport const list = listDatasets;`,
  ],
  ["app/probe.tsx", `import { findDataset } from "@/lib/server/datasets";\nexport const find = findDataset;`],
];

describe("import zones", () => {
  it.each(FORBIDDEN)("%s must not hold %j", async (file, code, rule) => {
    expect(await brokenRules(file, code)).toContain(rule);
  });

  it.each(ALLOWED)("%s may hold %j", async (file, code) => {
    expect(await brokenRules(file, code)).toEqual([]);
  });
});
