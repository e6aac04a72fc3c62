import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const MEBIBYTE = 1024 * 1024;

/** Resident memory of a process and of all that it started, in MB, as the system counts it. */
export function residentMemory(pid: number): number {
  const processes = process.platform === "linux" ? fromProc() : fromPs();
  const family = new Set([pid]);
  // A child comes after its parent in neither list; a few rounds find the youngest.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const one of processes) if (family.has(one.parent)) family.add(one.pid);
  }
  return processes.reduce((sum, one) => sum + (family.has(one.pid) ? one.bytes : 0), 0) / MEBIBYTE;
}

type Process = { readonly pid: number; readonly parent: number; readonly bytes: number };

const KIBIBYTE = 1024;

function fromProc(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const text = statusOf(name);
      const [, parent, kilobytes] = /PPid:\s+(\d+)[\s\S]*?VmRSS:\s+(\d+)/.exec(text) ?? [];
      if (kilobytes === undefined) return [];
      return [{ pid: Number(name), parent: Number(parent), bytes: Number(kilobytes) * KIBIBYTE }];
    });
}

/** Empty where the process has ended meanwhile. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

function fromPs(): Process[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, bytes: kilobytes * KIBIBYTE };
    });
}
