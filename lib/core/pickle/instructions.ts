import { latin1, utf8, type ByteReader } from "./byteReader";
import type { Machine } from "./machine";
import { decimal, escapedText, floatText, longInteger, unicodeText } from "./scalars";
import { Dict, PythonSet, Tuple, type Value } from "./values";

/** Reads its operand and does its work on the machine. */
type Instruction = (machine: Machine, reader: ByteReader) => void;

const tupleOf =
  (count: number): Instruction =>
  (machine) => {
    const items = Array.from({ length: count }, () => machine.pop()).reverse();
    machine.push(new Tuple(items));
  };

const setOne: Instruction = (machine) => {
  const value = machine.pop();
  const key = machine.pop();
  machine.setItems([key, value]);
};

const reduce = (machine: Machine): void => {
  const args = machine.pop();
  machine.construct(machine.pop(), args);
};

/** NEWOBJ_EX has keyword arguments, which no constructor here takes. */
const newObjectEx: Instruction = (machine) => {
  const keywords = machine.pop();
  if (!(keywords instanceof Dict) || keywords.entries.size > 0)
    throw machine.fail("forbidden", "it calls a constructor with keyword arguments.");
  reduce(machine);
};

const extension: Instruction = (machine) => {
  throw machine.fail("forbidden", "it uses a code of Python's extension registry, which is empty here.");
};

const buffer: Instruction = (machine) => {
  throw machine.fail("forbidden", "it refers to a buffer outside of the file.");
};

const stackGlobal: Instruction = (machine) => {
  const name = machine.pop();
  const module = machine.pop();
  if (typeof name !== "string" || typeof module !== "string")
    throw machine.fail("malformed", "a name is no text.");
  machine.push(machine.find(module, name));
};

const object: Instruction = (machine) => {
  const [target, ...args] = machine.popToMark();
  machine.construct(target ?? null, new Tuple(args));
};

const instance: Instruction = (machine, { line }) => {
  const target = machine.find(line(), line());
  machine.construct(target, new Tuple(machine.popToMark()));
};

const protocol: Instruction = (machine, { uint8 }) => {
  const version = uint8();
  if (version > 5) throw machine.fail("unsupported", `protocol ${version} is not known; 0 to 5 are.`);
};

const pushed =
  (value: (reader: ByteReader, machine: Machine) => Value): Instruction =>
  (machine, reader) =>
    machine.push(value(reader, machine));

const bytesOf = (length: (reader: ByteReader) => number): Instruction =>
  pushed((reader) => reader.take(length(reader)).slice());

const textOf = (length: (reader: ByteReader) => number): Instruction =>
  pushed((reader) => {
    const start = reader.position;
    return utf8(reader.take(length(reader)), start);
  });

/** Byte strings of Python 2: text of one character a byte. */
const oldText = (length: (reader: ByteReader) => number): Instruction =>
  pushed((reader) => latin1(reader.take(length(reader))));

const long = (length: (reader: ByteReader) => number): Instruction =>
  pushed((reader) => {
    const start = reader.position;
    return longInteger(reader.take(length(reader)), start);
  });

const uint8 = (reader: ByteReader): number => reader.uint8();
const uint32 = (reader: ByteReader): number => reader.uint32();
const uint64 = (reader: ByteReader): number => reader.uint64();

/** By opcode, in the order of Python's pickletools. */
export const INSTRUCTIONS: ReadonlyMap<number, Instruction> = new Map<number, Instruction>(
  Object.entries({
    "(": (machine) => machine.mark(),
    "0": (machine) => machine.popAny(),
    "1": (machine) => void machine.popToMark(),
    "2": (machine) => machine.push(machine.top()),
    F: pushed(({ line, position }) => floatText(line(), position)),
    I: pushed(({ line, position }) => decimal(line(), position)),
    J: pushed((reader) => reader.int32()),
    K: pushed(uint8),
    L: pushed(({ line, position }) => decimal(line().replace(/L$/, ""), position)),
    M: pushed((reader) => reader.uint16()),
    N: pushed(() => null),
    P: (machine, { line }) => machine.persistent(line()),
    Q: (machine) => machine.persistent(machine.pop()),
    R: reduce,
    S: pushed(({ line, position }) => escapedText(line(), position)),
    T: oldText(uint32),
    U: oldText(uint8),
    V: pushed(({ line }) => unicodeText(line())),
    X: textOf(uint32),
    a: (machine) => {
      const value = machine.pop();
      machine.append([value]);
    },
    b: (machine) => machine.build(),
    c: (machine, { line }) => machine.push(machine.find(line(), line())),
    d: (machine) => machine.pushDict(machine.popToMark()),
    "}": (machine) => machine.pushDict([]),
    e: (machine) => machine.append(machine.popToMark()),
    g: (machine, { line, position }) => machine.recall(Number(decimal(line(), position))),
    h: (machine, reader) => machine.recall(reader.uint8()),
    i: instance,
    j: (machine, reader) => machine.recall(reader.uint32()),
    l: (machine) => machine.push(machine.popToMark()),
    "]": (machine) => machine.push([]),
    o: object,
    p: (machine, { line, position }) => machine.remember(Number(decimal(line(), position))),
    q: (machine, reader) => machine.remember(reader.uint8()),
    r: (machine, reader) => machine.remember(reader.uint32()),
    s: setOne,
    t: (machine) => machine.push(new Tuple(machine.popToMark())),
    ")": (machine) => machine.push(new Tuple([])),
    u: (machine) => machine.setItems(machine.popToMark()),
    G: pushed((reader) => reader.float64()),
    B: bytesOf(uint32),
    C: bytesOf(uint8),
    "\x80": protocol,
    "\x81": reduce,
    "\x82": extension,
    "\x83": extension,
    "\x84": extension,
    "\x85": tupleOf(1),
    "\x86": tupleOf(2),
    "\x87": tupleOf(3),
    "\x88": pushed(() => true),
    "\x89": pushed(() => false),
    "\x8a": long(uint8),
    "\x8b": long(uint32),
    "\x8c": textOf(uint8),
    "\x8d": textOf(uint64),
    "\x8e": bytesOf(uint64),
    "\x8f": (machine) => machine.push(new PythonSet([], 0)),
    "\x90": (machine) => machine.addItems(machine.popToMark()),
    "\x91": (machine) => machine.push(new PythonSet(machine.popToMark(), machine.offset)),
    "\x92": newObjectEx,
    "\x93": stackGlobal,
    "\x94": (machine) => machine.memoize(),
    "\x95": (_, reader) => void reader.uint64(),
    "\x96": bytesOf(uint64),
    "\x97": buffer,
    "\x98": buffer,
  } satisfies Record<string, Instruction>).map(([symbol, instruction]) => [
    symbol.charCodeAt(0),
    instruction,
  ]),
);
