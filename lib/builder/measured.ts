/** Latencies of architectures that were built here, kept by the browser until they are stored with a saved design. */
import type { Architecture } from "../core/architecture";
import { LATENCY_BACKENDS, latestLatencies, type BrowserLatency } from "../core/browserLatency";
import { archsetRow } from "../core/export/archset";
import { isRecord } from "../core/formats/record";
import type { SearchSpace } from "../core/searchSpace";

/** Of each architecture the latest of each backend, by `measuredKey`; oldest architecture first. */
export type MeasuredByKey = Readonly<Record<string, readonly BrowserLatency[]>>;

/** The oldest go where there are more. */
const MOST_ARCHITECTURES = 200;

/** An architecture in feature values: codes mean others once a dataset's space was edited. */
export const measuredKey = (space: SearchSpace, architecture: Architecture): string =>
  JSON.stringify(archsetRow(space, { ...architecture, id: "" }));

/** With one more measurement. */
export function withLatency(measured: MeasuredByKey, key: string, latency: BrowserLatency): MeasuredByKey {
  const others = Object.entries(measured).filter(([other]) => other !== key);
  const latest = latestLatencies([...(measured[key] ?? []), latency]);
  return Object.fromEntries([...others, [key, latest] as const].slice(-MOST_ARCHITECTURES));
}

export const measuredText = (measured: MeasuredByKey): string => JSON.stringify(measured);

/** What of a stored text can be read: anyone can change a browser's storage. */
export function parseMeasured(text: string | null): MeasuredByKey {
  try {
    const stored: unknown = JSON.parse(text ?? "{}");
    if (!isRecord(stored)) return {};
    return Object.fromEntries(
      Object.entries(stored).flatMap(([key, latencies]) => {
        const readable = Array.isArray(latencies) ? latencies.filter(isLatency) : [];
        return readable.length > 0 ? [[key, readable] as const] : [];
      }),
    );
  } catch {
    return {};
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

const isLatency = (value: unknown): value is BrowserLatency =>
  isRecord(value) &&
  LATENCY_BACKENDS.some((backend) => backend === value.backend) &&
  (value.threads === null || isCount(value.threads)) &&
  isRecord(value.template) &&
  typeof value.template.family === "string" &&
  Array.isArray(value.inputShape) &&
  value.inputShape.every(isCount) &&
  [value.medianMs, value.lowMs, value.highMs].every((part) => Number.isFinite(part)) &&
  isCount(value.numTimes) &&
  isCount(value.numWarmUps) &&
  typeof value.measuredAt === "string" &&
  Number.isFinite(Date.parse(value.measuredAt));
