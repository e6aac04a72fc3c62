import { describe, expect, it } from "vitest";
import { PickleError, readPickle, readTorchCheckpoint } from "@/lib/core/pickle";
import { TORCH_LEGACY } from "./writtenByPython";

/** Opcodes and operands as characters of one byte each. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const failure = (read: () => unknown): PickleError => {
  try {
    read();
  } catch (error) {
    if (error instanceof PickleError) return error;
    throw error;
  }
  throw new Error("The pickle was read.");
};

const ADVICE =
  "which is not on the list of plain data. Nothing was run; save the values as lists, dicts and numbers instead.";
const asks = (name: string): string => `it asks for ${name}, ${ADVICE}`;

/** Name, pickle, code, byte, message behind `Pickle, byte N: `. */
type Attack = readonly [
  name: string,
  pickle: string,
  code: PickleError["code"],
  byte: number,
  message: string,
];

const U32_MAX = "\xff\xff\xff\xff";
const short = (text: string): string => `\x8c${String.fromCharCode(text.length)}${text}`;

const NAMES: readonly Attack[] = [
  ["os.system", "cos\nsystem\n(S'id'\ntR.", "forbidden", 0, asks("os.system")],
  ["posix.system", "cposix\nsystem\n(S'id'\ntR.", "forbidden", 0, asks("posix.system")],
  ["nt.system", "cnt\nsystem\n(S'id'\ntR.", "forbidden", 0, asks("nt.system")],
  ["subprocess.Popen", "csubprocess\nPopen\n(S'id'\ntR.", "forbidden", 0, asks("subprocess.Popen")],
  ["builtins.eval", "\x80\x02cbuiltins\neval\nU\x011\x85R.", "forbidden", 2, asks("builtins.eval")],
  ["__builtin__.exec", "c__builtin__\nexec\n(S'1'\ntR.", "forbidden", 0, asks("builtins.exec")],
  ["builtins.getattr", "cbuiltins\ngetattr\n.", "forbidden", 0, asks("builtins.getattr")],
  ["builtins.__import__", "cbuiltins\n__import__\n.", "forbidden", 0, asks("builtins.__import__")],
  ["webbrowser.open", "cwebbrowser\nopen\n.", "forbidden", 0, asks("webbrowser.open")],
  ["pickle.loads", "cpickle\nloads\n.", "forbidden", 0, asks("pickle.loads")],
  ["torch.load", "ctorch\nload\n.", "forbidden", 0, asks("torch.load")],
  ["torch.hub.load", "ctorch.hub\nload\n.", "forbidden", 0, asks("torch.hub.load")],
  [
    "a protocol 4 name from the stack",
    `\x80\x04${short("os")}${short("system")}\x93.`,
    "forbidden",
    14,
    asks("os.system"),
  ],
  [
    "a dotted path out of an allowed class",
    `\x80\x04${short("collections")}${short("OrderedDict.__init__.__globals__")}\x93.`,
    "forbidden",
    49,
    asks("collections.OrderedDict.__init__.__globals__"),
  ],
  [
    "a name built by a chain of reductions",
    "cbuiltins\nstr\n(S'os'\ntR.",
    "forbidden",
    22,
    "it calls builtins.str, which is not a constructor of plain data.",
  ],
  ["INST", "(S'id'\nios\nsystem\n.", "forbidden", 7, asks("os.system")],
  ["OBJ", "(cos\nsystem\nS'id'\no.", "forbidden", 1, asks("os.system")],
  ["NEWOBJ", "\x80\x02csubprocess\nPopen\n)\x81.", "forbidden", 2, asks("subprocess.Popen")],
  [
    "NEWOBJ_EX with keywords",
    "\x80\x04ccollections\nOrderedDict\n)}U\x01aK\x01s\x92.",
    "forbidden",
    35,
    "it calls a constructor with keyword arguments.",
  ],
  [
    "a call of what is no constructor",
    "\x80\x02](K\x01tR.",
    "forbidden",
    7,
    "it calls a value, which is not a constructor of plain data.",
  ],
  [
    "EXT1",
    "\x80\x02\x82\x01.",
    "forbidden",
    2,
    "it uses a code of Python's extension registry, which is empty here.",
  ],
  [
    "EXT4",
    "\x80\x02\x84\x01\x00\x00\x00.",
    "forbidden",
    2,
    "it uses a code of Python's extension registry, which is empty here.",
  ],
  [
    "a persistent id of protocol 0",
    "Pevil\n.",
    "forbidden",
    0,
    "it refers to an object outside of the file.",
  ],
  ["a persistent id", "U\x04evilQ.", "forbidden", 6, "it refers to an object outside of the file."],
  ["an out-of-band buffer", "\x80\x05\x97.", "forbidden", 2, "it refers to a buffer outside of the file."],
  ["BUILD on a list", "]}b.", "forbidden", 2, "it sets the state of a value that has none."],
  [
    "BUILD with a forbidden __setstate__",
    "\x80\x02cargparse\nNamespace\n)\x81}U\x0c__setstate__cos\nsystem\nsb.",
    "forbidden",
    39,
    asks("os.system"),
  ],
];

const SHAPES: readonly Attack[] = [
  ["nothing", "", "truncated", 0, "it ends at byte 0, in the middle of 1 bytes."],
  ["no STOP", "]", "truncated", 1, "it ends at byte 1, in the middle of 1 bytes."],
  [
    "a text longer than the file",
    `X${U32_MAX}a.`,
    "truncated",
    5,
    "it ends at byte 7, in the middle of 4294967295 bytes.",
  ],
  [
    "8-byte lengths",
    `\x8e${U32_MAX}${U32_MAX}.`,
    "truncated",
    9,
    "it ends at byte 10, in the middle of 18446744073709552000 bytes.",
  ],
  ["a line without end", "cos", "truncated", 1, "it ends in the middle of a line."],
  [
    "a whole number of a megabyte",
    `\x8b\x00\x00\x10\x00${"\x01".repeat(1 << 20)}.`,
    "too_large",
    1,
    "a whole number has 1048576 bytes.",
  ],
  [
    "a whole number of many digits",
    `L${"9".repeat(5000)}L\n.`,
    "too_large",
    1,
    "a whole number has 5000 digits.",
  ],
  ["an empty stack", "0.", "malformed", 0, "it takes a value from an empty stack."],
  ["STOP on an empty stack", ".", "malformed", 0, "it takes a value from an empty stack."],
  ["a missing mark", "t.", "malformed", 0, "a mark is missing."],
  ["a value below the mark", "K\x01(R.", "malformed", 3, "it takes a value from an empty stack."],
  ["an unknown memo index", "h\x07.", "malformed", 0, "nothing is remembered at 7."],
  ["an unknown instruction", "\xff", "malformed", 0, "0xff is no instruction of pickle."],
  ["protocol 9", "\x80\x09.", "unsupported", 0, "protocol 9 is not known; 0 to 5 are."],
  ["a list as key", "}]K\x01s.", "malformed", 4, "a list, dict or array is used as a key."],
  ["text that is not UTF-8", "\x8c\x01\xff.", "malformed", 1, "a text is not UTF-8."],
  ["a list in itself", "]q\x00h\x00a.", "unsupported", 7, "a value contains itself."],
  [
    "a thousand nested lists",
    `${"(".repeat(1000)}${"l".repeat(1000)}.`,
    "too_large",
    2001,
    "it nests deeper than 100 levels.",
  ],
];

describe("a hostile pickle gives its error and runs nothing", () => {
  it.each([...NAMES, ...SHAPES])("%s", (_, pickle, code, byte, message) => {
    const error = failure(() => readPickle(bytes(pickle)));
    expect([error.code, error.offset, error.message]).toEqual([
      code,
      byte,
      `Pickle, byte ${byte}: ${message}`,
    ]);
  });

  it("names what was asked for", () =>
    expect(failure(() => readPickle(bytes("cposix\nsystem\n."))).global).toBe("posix.system"));

  it("keeps a __setstate__ or __reduce__ of plain text as a field that means nothing", () =>
    expect(
      readPickle(
        bytes("\x80\x02cargparse\nNamespace\n)\x81}(U\x0c__setstate__U\x02idU\x0a__reduce__K\x01ub."),
      ),
    ).toEqual({ __setstate__: "id", __reduce__: 1 }));

  it("keeps a __proto__ key as an own field", () => {
    const read = readPickle(bytes("}U\x09__proto__}U\x08pollutedK\x01sss.".replace("sss.", "ss.")));
    expect(Object.getOwnPropertyNames(read)).toEqual(["__proto__"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("refuses billions of laughs: lists of lists that share their parts", () => {
    // Each level is a list of ten times the level before.
    const level = (index: number): string =>
      `](${`h${String.fromCharCode(index)}`.repeat(10)}eq${String.fromCharCode(index + 1)}`;
    const pickle = `]q\x00${Array.from({ length: 12 }, (_, index) => level(index)).join("")}.`;
    expect(failure(() => readPickle(bytes(pickle))).message).toBe(
      `Pickle, byte ${pickle.length}: it unfolds to more than 20000000 values.`,
    );
  });

  it("refuses constructors that copy one big list again and again", () => {
    const list = `](${"K\x01".repeat(100_000)}eq\x00`;
    const copies = "cbuiltins\nset\nq\x01h\x00\x85R0".replace("set", "list");
    expect(
      failure(() => readPickle(bytes(`${list}${copies}${"h\x01h\x00\x85R0".repeat(2_000)}N.`))).code,
    ).toBe("too_large");
  });

  it("refuses a tensor that a stride of zero blows up", () => {
    const text = Array.from(TORCH_LEGACY, (byte) => String.fromCharCode(byte)).join("");
    // The first tensor's size (3, 2) becomes (2^31 - 1, 2), its strides (1, 3) become (0, 0).
    const blown = text.replace(
      "K\x00K\x03K\x02\x86q\x09K\x01K\x03\x86",
      "K\x00J\xff\xff\xff\x7fK\x02\x86q\x09K\x00K\x00\x86",
    );
    expect(blown).not.toBe(text);
    expect(failure(() => readTorchCheckpoint(bytes(blown))).message).toMatch(
      /its arrays take more than 512 MB\.$/,
    );
  });

  it("refuses a persistent id of torch that is no storage", () => {
    const text = Array.from(TORCH_LEGACY, (byte) => String.fromCharCode(byte)).join("");
    expect(failure(() => readTorchCheckpoint(bytes(text.replace("storageq", "moduleeq")))).message).toMatch(
      /it refers to an object outside of the file\.$/,
    );
  });

  it("turns instances of named data classes into records, and only when asked", () => {
    const pickle = bytes("\x80\x02connx_ir.node\nNode\n)\x81}U\x07op_typeU\x04Convsb.");
    expect(failure(() => readPickle(pickle)).global).toBe("onnx_ir.node.Node");
    expect(readPickle(pickle, { records: (name) => name === "onnx_ir.node.Node" })).toEqual({
      __class__: "onnx_ir.node.Node",
      op_type: "Conv",
    });
  });
});
