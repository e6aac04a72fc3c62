import { asItems, asNumber, asText, encodeLatin1 } from "./arguments";
import { PickleError } from "./error";
import { Dict, Global, PythonSet, Tuple, type Constructor, type Value } from "./values";

const optionalItems = (value: Value | undefined, call: Parameters<Constructor>[1]): readonly Value[] =>
  value === undefined ? [] : value instanceof PythonSet ? [...value.items.values()] : asItems(value, call);

/** A dict from `dict(pairs)` or `Counter({..})`. */
const dict: Constructor = ([given], call) => {
  const made = new Dict();
  if (given === undefined) return made;
  if (given instanceof Dict)
    for (const [key, value] of given.entries.values()) made.set(key, value, call.offset);
  else
    for (const pair of asItems(given, call)) {
      const [key = null, value = null] = asItems(pair, call);
      made.set(key, value, call.offset);
    }
  return made;
};

/** `defaultdict(list)`: the factory is a name that is never called here. */
const defaultDict: Constructor = ([, given], call) => dict(given === undefined ? [] : [given], call);

const fields =
  (names: readonly string[]): Constructor =>
  (args, call) => {
    const made = new Dict();
    names.forEach((name, index) => made.set(name, args[index] ?? null, call.offset));
    return made;
  };

const bytes: Constructor = ([given, encoding], call) => {
  if (given === undefined) return new Uint8Array();
  if (encoding !== undefined) return encode([given, encoding], call);
  return given instanceof Uint8Array
    ? given.slice()
    : Uint8Array.from(asItems(given, call), (of) => asNumber(of, call));
};

/** How protocols 0 to 2 write bytes. */
const encode: Constructor = ([given, encoding], call) => {
  const name = encoding === undefined ? "utf-8" : asText(encoding, call).toLowerCase();
  if (/^(latin-?1|iso-?8859-1)$/.test(name)) return encodeLatin1(asText(given, call), call);
  if (/^(utf-?8|ascii)$/.test(name)) return new TextEncoder().encode(asText(given, call));
  throw new PickleError("unsupported", `bytes in ${name.slice(0, 40)} are not read here.`, call.offset);
};

/** `copyreg._reconstructor(cls, object, None)`: an empty object of an allowed class. */
const reconstructor: Constructor = ([cls, , state], call) => {
  if (!(cls instanceof Global) || cls.construct === null)
    throw new PickleError("malformed", "copyreg._reconstructor is given no class.", call.offset, call.name);
  return cls.construct(state === null || state === undefined ? [] : [state], { ...call, name: cls.name });
};

const path: Constructor = (args, call) =>
  args
    .map((part) => asText(part, call))
    .join("/")
    .replace(/^\/\//, "/");

const CONSTRUCTORS: Readonly<Record<string, Constructor>> = {
  "builtins.set": ([given], call) => new PythonSet(optionalItems(given, call), call.offset),
  "builtins.frozenset": ([given], call) => new PythonSet(optionalItems(given, call), call.offset),
  "builtins.list": ([given], call) => [...optionalItems(given, call)],
  "builtins.tuple": ([given], call) => new Tuple([...optionalItems(given, call)]),
  "builtins.dict": dict,
  "builtins.bytearray": bytes,
  "builtins.bytes": bytes,
  "builtins.complex": fields(["re", "im"]),
  "builtins.range": fields(["start", "stop", "step"]),
  "builtins.slice": fields(["start", "stop", "step"]),
  "collections.OrderedDict": dict,
  "collections.defaultdict": defaultDict,
  "collections.Counter": dict,
  "collections.deque": ([given], call) => [...optionalItems(given, call)],
  "_codecs.encode": encode,
  "copyreg._reconstructor": reconstructor,
  "argparse.Namespace": () => new Dict("fields"),
  "types.SimpleNamespace": () => new Dict("fields"),
  "easydict.EasyDict": dict,
  "pathlib.PosixPath": path,
  "pathlib.PurePosixPath": path,
};

/** Names that stand for themselves: element types and factories, never called. */
const CONSTANTS = ["object", "int", "float", "bool", "str"].map((name) => `builtins.${name}`);

export const BUILTINS: readonly Global[] = [
  ...Object.entries(CONSTRUCTORS).map(([name, construct]) => new Global(name, construct)),
  ...CONSTANTS.map((name) => new Global(name, null)),
];
