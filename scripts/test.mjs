/** `npm test`: types, lint, format and every test, from a fresh clone. Closes with `N passed, N failed, N skipped`. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./lib/chromium.mjs";
import { prepare, runPackage, step } from "./lib/steps.mjs";

const reports = mkdtempSync(join(tmpdir(), "archwright-test-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** A failing step does not stop the ones after it: one run tells everything that is wrong. */
async function check(name, work) {
  try {
    await step(name, work);
  } catch (error) {
    console.error(error.message);
    failures.push(name);
  }
}

/** Adds what a report counts; a runner that left none failed as a whole. */
function count(name, file, read) {
  const path = join(reports, file);
  if (!existsSync(path)) {
    totals.failed += 1;
    if (!failures.includes(name)) failures.push(name);
    return;
  }
  const counted = read(JSON.parse(readFileSync(path, "utf8")));
  for (const key of Object.keys(totals)) totals[key] += counted[key];
}

const freePort = () =>
  new Promise((answer) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => answer(port));
    });
  });

async function vitest() {
  const report = join(reports, "vitest.json");
  await check("Tests (vitest)", () =>
    runPackage("vitest/vitest.mjs", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]),
  );
  count("Tests (vitest)", "vitest.json", (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests + (json.success || json.numFailedTests > 0 ? 0 : 1),
    skipped: json.numPendingTests + json.numTodoTests,
  }));
}

async function playwright() {
  const chromium = findChromium();
  if (chromium === null) {
    console.error(
      "No Chromium: install one (apt-get install chromium) or say where it is with CHROMIUM_PATH=...",
    );
    totals.failed += 1;
    failures.push("Browser tests");
    return;
  }
  const data = join(reports, "data");
  mkdirSync(data);
  const env = {
    CHROMIUM_PATH: chromium,
    ARCHWRIGHT_TEST_PORT: String(await freePort()),
    ARCHWRIGHT_TEST_DATA: data,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "playwright.json"),
  };
  await check("Browser tests (playwright)", () =>
    runPackage("@playwright/test/cli.js", ["test", "--reporter=list,json"], { env }),
  );
  count("Browser tests (playwright)", "playwright.json", ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

try {
  await prepare();
  await check("Types of routes (next typegen)", () => runPackage("next/dist/bin/next", ["typegen"]));
  await check("Types (tsc)", () => runPackage("typescript/bin/tsc", ["--noEmit"]));
  await check("Lint (eslint)", () => runPackage("eslint/bin/eslint.js", [".", "--max-warnings", "0"]));
  await check("Format (prettier)", () => runPackage("prettier/bin/prettier.cjs", ["--check", "."]));
  await vitest();
  await playwright();
} catch (error) {
  console.error(error.message);
  failures.push("Preparation");
} finally {
  rmSync(reports, { recursive: true, force: true });
}

if (failures.length > 0) console.error(`Failed: ${failures.join(", ")}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failures.length > 0 || totals.failed > 0 ? 1 : 0;
