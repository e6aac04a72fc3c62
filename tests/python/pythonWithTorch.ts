import { spawnSync } from "node:child_process";

const CANDIDATES = ["python3", "/usr/bin/python3"];

/** A Python that can import torch; null, with the reason printed, where there is none. */
export function pythonWithTorch(): string | null {
  for (const command of CANDIDATES)
    if (spawnSync(command, ["-c", "import torch, numpy"], { stdio: "ignore" }).status === 0) return command;
  console.info(`Skipped: neither ${CANDIDATES.join(" nor ")} can import torch.`);
  return null;
}
