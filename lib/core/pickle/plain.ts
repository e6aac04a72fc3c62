import { PickleError } from "./error";
import type { PickleLimits } from "./limits";
import { NumberArray } from "./numberArray";
import {
  Dict,
  ElementType,
  Global,
  LateTensor,
  PythonSet,
  Storage,
  Tuple,
  UnfilledArray,
  type Value,
} from "./values";

/**
 * What a pickle holds, without anything of Python: dicts with plain keys are records, others are maps; lists, tuples
 * and sets are arrays; names (element types) are their text.
 */
export type PlainValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | NumberArray
  | readonly PlainValue[]
  | PlainRecord
  | ReadonlyMap<PlainValue, PlainValue>;
export type PlainRecord = { readonly [key: string]: PlainValue };

type Done = { readonly value: PlainValue; readonly size: number };

/**
 * Shared parts stay shared, and are counted as often as they are met: data that would unfold to billions of values is
 * refused before anybody walks it. @throws PickleError
 */
export function plainValue(value: Value, limits: PickleLimits, offset: number): PlainValue {
  const done = new Map<object, Done>();
  const open = new Set<object>();

  function visit(current: Value, depth: number): Done {
    if (typeof current !== "object" || current === null) return { value: current, size: 1 };
    const known = done.get(current);
    if (known) return known;
    if (open.has(current)) throw new PickleError("unsupported", "a value contains itself.", offset);
    if (depth > limits.maxDepth)
      throw new PickleError("too_large", `it nests deeper than ${limits.maxDepth} levels.`, offset);
    open.add(current);
    const result = visitObject(current, depth + 1);
    open.delete(current);
    if (result.size > limits.maxValues)
      throw new PickleError("too_large", `it unfolds to more than ${limits.maxValues} values.`, offset);
    done.set(current, result);
    return result;
  }

  function visitObject(
    current: Exclude<Value, null | boolean | number | bigint | string>,
    depth: number,
  ): Done {
    if (Array.isArray(current)) return list(current, depth);
    if (current instanceof Tuple) return list(current.items, depth);
    if (current instanceof PythonSet) return list([...current.items.values()], depth);
    if (current instanceof Dict) return record(current, depth);
    if (current instanceof UnfilledArray) {
      if (current.filled === null)
        throw new PickleError("malformed", "a numpy array has no content.", offset);
      return visit(current.filled, depth);
    }
    if (current instanceof LateTensor) return { value: current.read(), size: 1 };
    if (current instanceof Global) return { value: current.name, size: 1 };
    if (current instanceof ElementType) return { value: current.code, size: 1 };
    if (current instanceof Storage)
      throw new PickleError("unsupported", "a torch storage stands outside of any tensor.", offset);
    return { value: current, size: 1 };
  }

  function list(items: readonly Value[], depth: number): Done {
    // A list of numbers and texts is itself plain: a second one would double the file in memory.
    if (items.every(isAtom)) return { value: items, size: 1 + items.length };
    let size = 1;
    const values = items.map((item) => {
      const part = visit(item, depth);
      size += part.size;
      return part.value;
    });
    return { value: values, size };
  }

  function record(dict: Dict, depth: number): Done {
    let size = 1;
    const pairs: [PlainValue, PlainValue][] = [];
    for (const [key, entry] of dict.entries.values()) {
      const [from, to] = [visit(key, depth), visit(entry, depth)];
      size += 1 + to.size;
      pairs.push([from.value, to.value]);
    }
    const named = pairs.map(([key, entry]) => [keyName(key), entry] as const);
    const names = new Set(named.map(([name]) => name));
    const isRecord = !names.has(null) && names.size === pairs.length;
    return {
      value: isRecord
        ? Object.fromEntries(named.map(([name, entry]) => [name ?? "", entry]))
        : new Map(pairs),
      size,
    };
  }

  return visit(value, 0).value;
}

const isAtom = (value: Value): value is null | boolean | number | bigint | string =>
  value === null || typeof value !== "object";

/** Text keys are their own names, numbers their digits; anything else has none. */
function keyName(key: PlainValue): string | null {
  if (typeof key === "string") return key;
  return typeof key === "number" || typeof key === "bigint" ? String(key) : null;
}

export const isPlainRecord = (value: unknown): value is PlainRecord =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Uint8Array) &&
  !(value instanceof NumberArray);
