import { allowedGlobal, qualifiedName } from "./allowList";
import type { ByteReader } from "./byteReader";
import { PickleError } from "./error";
import { ArrayBudget, type PickleLimits } from "./limits";
import { buildArray, buildElementType } from "./numpy";
import { INSTRUCTIONS } from "./instructions";
import {
  Dict,
  ElementType,
  Global,
  PythonSet,
  Tuple,
  UnfilledArray,
  type Call,
  type Constructor,
  type Value,
} from "./values";

export type MachineOptions = {
  readonly limits: PickleLimits;
  /** What a persistent id stands for; without it every one is an error. */
  readonly persistent?: (id: Value, call: Call) => Value;
  /** Classes that are only data: their instances become records of their fields. */
  readonly records?: (qualifiedName: string) => boolean;
};

/**
 * Follows the instructions of one pickle, protocols 0 to 5. The only calls are to constructors of the allow-list;
 * there is no import, no attribute, no method of what the pickle names.
 */
export class Machine {
  private readonly stack: Value[] = [];
  /** Heights of the stack at which marks stand. */
  private readonly marks: number[] = [];
  private readonly memo = new Map<number, Value>();
  private readonly budget: ArrayBudget;
  /** Where the current instruction begins. */
  offset = 0;

  constructor(
    private readonly reader: ByteReader,
    private readonly options: MachineOptions,
  ) {
    this.budget = new ArrayBudget(options.limits.maxArrayBytes);
  }

  /** @returns the one value of the pickle; the reader stands behind its end */
  run(): Value {
    for (;;) {
      this.offset = this.reader.position;
      const code = this.reader.uint8();
      if (code === STOP) return this.pop();
      const instruction = INSTRUCTIONS.get(code);
      if (!instruction) throw this.fail("malformed", `0x${code.toString(16)} is no instruction of pickle.`);
      instruction(this, this.reader);
    }
  }

  fail(code: PickleError["code"], what: string, global: string | null = null): PickleError {
    return new PickleError(code, what, this.offset, global);
  }

  call(name: string): Call {
    return { offset: this.offset, name, take: (bytes) => this.budget.take(bytes, this.offset) };
  }

  push(value: Value): void {
    this.stack.push(value);
  }

  pop(): Value {
    const value = this.stack.pop();
    if (value === undefined || this.stack.length < (this.marks.at(-1) ?? 0))
      throw this.fail("malformed", "it takes a value from an empty stack.");
    return value;
  }

  top(): Value {
    const value = this.stack.at(-1);
    if (value === undefined) throw this.fail("malformed", "it looks at an empty stack.");
    return value;
  }

  mark(): void {
    this.marks.push(this.stack.length);
  }

  popToMark(): Value[] {
    const height = this.marks.pop();
    if (height === undefined) throw this.fail("malformed", "a mark is missing.");
    return this.stack.splice(height);
  }

  /** POP takes a mark where one stands on top. */
  popAny(): void {
    if (this.marks.at(-1) === this.stack.length) this.marks.pop();
    else this.pop();
  }

  remember(index: number): void {
    if (!Number.isSafeInteger(index) || index < 0) throw this.fail("malformed", "a memo index is no count.");
    this.memo.set(index, this.top());
  }

  memoize(): void {
    this.remember(this.memo.size);
  }

  recall(index: number): void {
    const value = this.memo.get(index);
    if (value === undefined) throw this.fail("malformed", `nothing is remembered at ${index}.`);
    this.push(value);
  }

  append(values: readonly Value[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw this.fail("malformed", "it appends to what is no list.");
    for (const value of values) list.push(value);
  }

  addItems(values: readonly Value[]): void {
    const set = this.top();
    if (!(set instanceof PythonSet)) throw this.fail("malformed", "it adds to what is no set.");
    for (const value of values) set.add(value, this.offset);
  }

  setItems(pairs: readonly Value[], dict: Value = this.top()): void {
    if (!(dict instanceof Dict)) throw this.fail("malformed", "it sets items of what is no dict.");
    if (pairs.length % 2 === 1) throw this.fail("malformed", "a key has no value.");
    for (let index = 0; index < pairs.length; index += 2)
      dict.set(pairs[index] ?? null, pairs[index + 1] ?? null, this.offset);
  }

  pushDict(pairs: readonly Value[]): void {
    this.push(new Dict());
    this.setItems(pairs);
  }

  /** @throws PickleError for every name that is not on the allow-list */
  find(module: string, name: string): Global {
    const full = qualifiedName(module, name);
    const allowed = allowedGlobal(full);
    if (allowed) return allowed;
    if (this.options.records?.(full)) return new Global(full, record(full));
    const shown = full.length > 200 ? `${full.slice(0, 200)}...` : full;
    throw this.fail(
      "forbidden",
      `it asks for ${shown}, which is not on the list of plain data. Nothing was run; save the values as lists, dicts and numbers instead.`,
      shown,
    );
  }

  construct(target: Value, args: Value): void {
    if (!(target instanceof Global) || target.construct === null || !(args instanceof Tuple)) {
      const name = target instanceof Global ? target.name : null;
      throw this.fail(
        "forbidden",
        `it calls ${name ?? "a value"}, which is not a constructor of plain data.`,
        name,
      );
    }
    const call = this.call(target.name);
    // Constructors copy what they are given, and one list can be given a thousand times.
    call.take(args.items.reduce<number>((bytes, item) => bytes + BYTES_A_VALUE * (1 + sizeOf(item)), 0));
    this.push(target.construct(args.items, call));
  }

  build(): void {
    const state = this.pop();
    const target = this.top();
    if (target instanceof UnfilledArray) return buildArray(target, state, this.call("numpy.ndarray"));
    if (target instanceof ElementType) return buildElementType(target, state, this.call("numpy.dtype"));
    if (!(target instanceof Dict))
      throw this.fail("forbidden", "it sets the state of a value that has none.");
    // Objects with slots have (fields, slots).
    for (const fields of state instanceof Tuple ? state.items : [state]) {
      if (fields === null) continue;
      if (!(fields instanceof Dict)) throw this.fail("malformed", "the state of an object is no dict.");
      if (target.kind === "fields")
        for (const [key, value] of fields.entries.values()) target.set(key, value, this.offset);
    }
  }

  persistent(id: Value): void {
    const { persistent } = this.options;
    if (!persistent) throw this.fail("forbidden", "it refers to an object outside of the file.");
    this.push(persistent(id, this.call("persistent id")));
  }
}

const BYTES_A_VALUE = 8;

function sizeOf(value: Value): number {
  if (typeof value === "string" || Array.isArray(value) || value instanceof Uint8Array) return value.length;
  if (value instanceof Tuple) return value.items.length;
  if (value instanceof Dict) return value.entries.size;
  return value instanceof PythonSet ? value.items.size : 0;
}

/** STOP */
const STOP = 0x2e;

/** A record of a class that is only data; its name stands beside the fields. */
const record =
  (name: string): Constructor =>
  (_, { offset }) => {
    const made = new Dict("fields");
    made.set("__class__", name, offset);
    return made;
  };
