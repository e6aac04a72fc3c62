/** What stands on the stack while a pickle is read. Lists are arrays; everything else that Python knows has a class here. */
import { PickleError } from "./error";
import type { NumberArray } from "./numberArray";

export class Tuple {
  constructor(readonly items: readonly Value[]) {}
}

export class PythonSet {
  readonly items = new Map<string, Value>();

  constructor(values: readonly Value[], offset: number) {
    for (const value of values) this.add(value, offset);
  }

  add(value: Value, offset: number): void {
    this.items.set(keyText(value, offset), value);
  }
}

/** A dict, or an object that is nothing but its fields (a namespace). */
export class Dict {
  readonly entries = new Map<string, readonly [key: Value, value: Value]>();

  /** @param kind what BUILD sets: the fields of a namespace are its entries, attributes of a dict are left out */
  constructor(readonly kind: "dict" | "fields" = "dict") {}

  set(key: Value, value: Value, offset: number): void {
    this.entries.set(keyText(key, offset), [key, value]);
  }
}

/** Numbers that tensors are views of; where they stand after the pickle, they come later than the tensors. */
export class Storage {
  bytes: Uint8Array | null = null;

  constructor(
    readonly key: string,
    readonly dtype: string,
    readonly numElements: number,
  ) {}
}

/** A tensor, whose numbers are read once all storages are there. */
export class LateTensor {
  constructor(readonly read: () => NumberArray) {}
}

/** numpy's description of what an array holds: `<f8` without the order, which BUILD says. */
export class ElementType {
  constructor(
    readonly code: string,
    public bigEndian: boolean,
  ) {}
}

/** An array of numpy between its creation and the BUILD that fills it. */
export class UnfilledArray {
  filled: NumberArray | Value[] | null = null;
}

export type Constructor = (args: readonly Value[], call: Call) => Value;

/** What a constructor may know of the place it is called from. */
export type Call = {
  readonly offset: number;
  readonly name: string;
  /** Charges bytes of arrays against the bound. */
  readonly take: (bytes: number) => void;
};

/** A name of Python on the allow-list: callable where it has a constructor, else a constant. */
export class Global {
  constructor(
    readonly name: string,
    readonly construct: Constructor | null,
  ) {}
}

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Value[]
  | Tuple
  | Dict
  | PythonSet
  | NumberArray
  | UnfilledArray
  | LateTensor
  | ElementType
  | Storage
  | Global;

const MOST_KEY_PARTS = 100;
/** Texts inside of tuples, and bytes. */
const LONGEST_KEY = 2_000;

/**
 * A text that is equal for keys that Python holds equal (1, 1.0 and True are one key). A text stands for itself, so
 * that a long one that is used again and again costs nothing.
 * @throws PickleError for values that Python cannot use as keys
 */
export function keyText(key: Value, offset: number): string {
  if (typeof key === "string" && !key.startsWith(NOT_TEXT)) return key;
  const parts: string[] = [];
  const pending: Value[] = [key];
  let length = 0;
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value instanceof Tuple && value.items.length <= MOST_KEY_PARTS) {
      parts.push(`(${value.items.length}`);
      pending.push(...value.items.toReversed());
    } else parts.push(atomText(value, offset));
    length += parts.at(-1)?.length ?? 0;
    if (parts.length > MOST_KEY_PARTS || length > LONGEST_KEY)
      throw new PickleError("too_large", "a key is a tuple or bytes of an unusual size.", offset);
  }
  return NOT_TEXT + parts.join(",");
}

/** Begins the texts of keys that are no texts. */
const NOT_TEXT = "\0";

function atomText(value: Value, offset: number): string {
  switch (typeof value) {
    case "string":
      return `s${value.length}:${value}`;
    case "boolean":
      return `n${Number(value)}`;
    case "number":
    case "bigint":
      return `n${value}`;
    default:
      if (value === null) return "none";
      if (value instanceof Uint8Array && value.length <= LONGEST_KEY) return `b${value.join()}`;
      if (value instanceof Global) return `g${value.name}`;
      throw new PickleError("malformed", "a list, dict or array is used as a key.", offset);
  }
}
