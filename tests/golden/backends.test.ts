import { beforeAll, describe, expect, it } from "vitest";
import { start } from "@/lib/predictor/backend";
import { beyond, CHECKS } from "./checks";
import { hasFiles, reader } from "./reference";

for (const backend of ["wasm", "cpu"] as const) {
  describe(`reference numbers on ${backend}`, () => {
    beforeAll(async () => {
      expect(await start(backend)).toEqual({ backend, note: null });
    });

    for (const check of CHECKS.filter(({ slowOn }) => !slowOn.includes(backend))) {
      it.skipIf(!hasFiles(check))(check.name, async () => {
        expect(beyond(await check.run(reader))).toEqual([]);
      });
    }
  });
}
