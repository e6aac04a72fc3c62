import { guessByName } from "./columnNames";
import { isRecord } from "./record";

type Fields = Readonly<Record<string, unknown>>;

/** Objects inside of objects that are looked into: {"run": {"metrics": {"latency": {"gpu": 3}}}}. */
const DEEPEST = 5;
/** Wider objects are tables of their own, such as results by epoch. */
const MOST_FIELDS = 100;

/**
 * The cells of an object of a JSON list: its fields, those of `metrics: {...}` beside them, and what stands deeper in
 * columns named by the way there: `latency_ms.v100_1`, `run.arch.config`.
 */
export function flattened(item: Record<string, unknown>): Record<string, unknown> {
  const { metrics, ...rest } = item;
  const cells: Fields = isRecord(metrics) ? rest : item;
  // What the row itself is called and made of goes before a metric of the same label.
  const lifted = {
    ...(isRecord(metrics) ? { ...metrics, ...liftedFrom(metrics) } : {}),
    ...liftedFrom(cells),
  };
  return {
    ...cells,
    ...Object.fromEntries(Object.entries(lifted).filter(([name]) => !Object.hasOwn(cells, name))),
  };
}

const isNumberOrNull = (value: unknown): boolean => typeof value === "number" || value === null;

function liftedFrom(fields: Fields, way = "", depth = 0): Fields {
  const lifted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!isRecord(value)) continue;
    const entries = Object.entries(value);
    const within = `${way}${name}.`;
    // An object that holds objects is an envelope; one of lists or of words is an architecture or settings, read whole.
    const isEnvelope = entries.some(
      ([, entry]) => isRecord(entry) || (Array.isArray(entry) && isRecord(entry[0])),
    );
    if (isEnvelope && depth < DEEPEST && entries.length <= MOST_FIELDS) {
      for (const [key, entry] of entries) lifted[within + key] = entry;
      Object.assign(lifted, liftedFrom(value, within, depth + 1));
    } else if (entries.every(([, entry]) => isNumberOrNull(entry)))
      for (const [key, entry] of entries) lifted[within + key] = entry;
    else
      for (const [key, entry] of entries)
        if (typeof entry === "number" && guessByName(key) === "result") lifted[within + key] = entry;
  }
  return lifted;
}
