/** The import rules of ARCHITECTURE.md, types included. Inline exceptions are switched off: a rule holds or is changed here. */
import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const SOURCES = "**/*.{ts,tsx,mjs,js}";

/** Folders of lib/ (or files in them) that each room may import besides itself. */
const MAY_IMPORT = {
  "./lib/core": ["./core"],
  "./lib/figures": ["./figures", "./core"],
  "./lib/builder": ["./builder", "./core"],
  "./lib/predictor": ["./predictor", "./core"],
  "./lib/worker": ["./worker", "./predictor", "./core"],
  "./lib/measure": ["./measure", "./core"],
  // The face of every predictor (types only) is part of what crosses HTTP.
  "./lib/api": ["./api", "./core", "./predictor/predictor.ts"],
  "./lib/server": ["./server", "./core", "./api", "./predictor/predictor.ts"],
  "./components": [
    "./core",
    "./figures",
    "./builder",
    "./api/client.ts",
    "./api/contracts.ts",
    "./worker/protocol.ts",
    "./worker/start-worker.ts",
    "./worker/trainer-client.ts",
    "./measure/measureInWorker.ts",
    "./measure/protocol.ts",
    "./measure/timeRuns.ts",
    "./predictor/predictor.ts",
  ],
  "./app": ["./core", "./server", "./api"],
};

const zones = [
  ...Object.entries(MAY_IMPORT).map(([target, except]) => ({
    target,
    from: "./lib",
    except,
    message: `${target} may import only ${except.join(", ")} of lib (see ARCHITECTURE.md).`,
  })),
  {
    target: "./lib",
    from: ["./app", "./components", "./scripts", "./tests"],
    message: "lib knows no pages.",
  },
  { target: "./components", from: ["./app", "./scripts", "./tests"], message: "Components know no routes." },
  { target: "./app", from: ["./scripts", "./tests"], message: "The app runs without scripts and tests." },
];

/** Only packages whose whole name matches may be imported; paths of our own are the zones' business. */
const onlyPackages = (names, extra = {}) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          regex: names === "" ? "^(?!\\.{1,2}/|@/)" : `^(?!\\.{1,2}/|@/|(${names})$)`,
          message: "This package does not belong in this folder (see ARCHITECTURE.md).",
        },
        ...(extra.patterns ?? []),
      ],
      paths: extra.paths ?? [],
    },
  ],
});

const D3_WITH_DOM = [
  "select",
  "selectAll",
  "selection",
  "create",
  "transition",
  "zoom",
  "brush",
  "drag",
  "axisBottom",
];
const D3_MATHS_ONLY = {
  paths: [{ name: "d3", importNames: D3_WITH_DOM, message: "D3 computes, React draws." }],
};

const noInnerHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: "Text of users never becomes markup.",
};
const noChance = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: "Chance is an argument (lib/core/random.ts).",
};
const noClock = {
  selector:
    ":matches(MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0])",
  message: "Time is an argument.",
};
const noDynamicImport = {
  selector: "ImportExpression",
  message: "Imports stand at the top, where lint sees them.",
};

const config = [
  {
    ignores: [
      "**/.next*/**",
      "data/**",
      "lib/server/generated/**",
      "next-env.d.ts",
      "playwright-report/**",
      "public/**",
      "test-results/**",
    ],
  },
  ...next,
  ...nextTypescript,
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
  },
  {
    files: [SOURCES],
    rules: {
      "import/no-restricted-paths": ["error", { zones }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": ["error", noInnerHtml],
      // A module is what we score; the CommonJS variable of that name does not exist here.
      "@next/next/no-assign-module-variable": "off",
      "import/no-anonymous-default-export": "off",
      // Speaks of the React Compiler, which this project does not use; every virtual list would be told so.
      "react-hooks/incompatible-library": "off",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["lib/core/**", "lib/builder/**", "lib/figures/**", "lib/predictor/**"],
    rules: {
      "no-restricted-globals": ["error", "window", "document", "localStorage", "navigator"],
      "no-restricted-syntax": ["error", noInnerHtml, noChance, noClock],
    },
  },
  {
    files: ["lib/core/**", "lib/builder/**", "lib/figures/**"],
    rules: { "no-restricted-syntax": ["error", noInnerHtml, noChance, noClock, noDynamicImport] },
  },
  { files: ["lib/core/**"], rules: onlyPackages("papaparse|jsep|fflate") },
  { files: ["lib/builder/**"], rules: onlyPackages("") },
  {
    files: ["lib/figures/**"],
    rules: onlyPackages("d3|d3-(?!selection|transition|zoom|brush|drag|axis)[a-z-]+", D3_MATHS_ONLY),
  },
  { files: ["lib/predictor/**"], rules: onlyPackages("@tensorflow/[\\w./-]+") },
  // Node reads the WASM binary from disk where a browser fetches it.
  { files: ["lib/predictor/backend*.ts"], rules: onlyPackages("@tensorflow/[\\w./-]+|node:[\\w/]+") },
  { files: ["lib/worker/**"], rules: onlyPackages("") },
  { files: ["lib/measure/**"], rules: onlyPackages("onnxruntime-web(?:/(?:wasm|webgpu))?") },
  {
    // The page's side of the worker must not pull TensorFlow.js into the page: types only.
    files: ["lib/worker/{protocol,start-worker,trainer-client}.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "predictor/", allowTypeImports: true, message: "Only the worker runs predictors." },
          ],
        },
      ],
    },
  },
  { files: ["lib/api/**"], rules: onlyPackages("zod") },
  { files: ["lib/server/**"], rules: onlyPackages("node:[\\w/]+|@prisma/adapter-libsql|busboy|zod") },
  {
    files: ["components/**", "app/**"],
    rules: onlyPackages(
      "react|react-dom|next|next/[\\w/-]+|nuqs|nuqs/[\\w/-]+|@tanstack/react-virtual|d3",
      D3_MATHS_ONLY,
    ),
  },
  {
    files: ["components/**"],
    rules: {
      // What the worker answers with has types in the predictor's face; its code stays out of the page.
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "predictor/", allowTypeImports: true, message: "Only the worker runs predictors." },
          ],
        },
      ],
    },
  },
];

export default config;
