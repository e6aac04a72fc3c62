/** Where a text stops being JSON, for people: by line and column, with what stands there. */

const SHOWN = 30;

/** `line 3, column 14 has "}" where a value is expected: ..."acc": }...`; nesting is the caller's to bound. */
export function jsonFault(text: string): string {
  const fault = new Scanner(text).fault();
  const { at, expected } = fault ?? { at: text.length, expected: "nothing" };
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  const place = `line ${line}, column ${column}`;
  const shown = oneLine(text.slice(Math.max(0, at - SHOWN), at + SHOWN));
  const around = `${at > SHOWN ? "…" : ""}${shown}${at + SHOWN < text.length ? "…" : ""}`;
  if (at >= text.length)
    return `it ends at ${place}, where ${expected} is expected, as if it was cut off: ${around}`;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return `${place} has ${named(character)} where ${expected} is expected: ${around}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const named = (character: string): string =>
  character === "\n" ? "the end of the line" : character === "\t" ? "a tab" : `'${character}'`;

type Fault = { readonly at: number; readonly expected: string };

/** Literals of JSON, and what Python writes for numbers that are none. */
const LITERAL = /(?:true|false|null|NaN|-?Infinity)(?![\w$])/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const BLANKS = /[ \t\r\n\ufeff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Walks over JSON as JSON.parse does, and keeps the place where it cannot go on. */
class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  /** Null where the whole text is JSON. */
  fault(): Fault | null {
    const fault = this.value("a value");
    if (fault !== null) return fault;
    return this.at < this.text.length ? this.expecting("the end of the file") : null;
  }

  private expecting = (expected: string): Fault => ({ at: this.at, expected });

  private takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found !== null;
  }

  private takesSign(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private value(expected: string): Fault | null {
    this.takes(BLANKS);
    const fault = this.startedValue(expected);
    this.takes(BLANKS);
    return fault;
  }

  private startedValue(expected: string): Fault | null {
    if (this.text[this.at] === '"') return this.string(expected);
    if (this.takesSign("{")) return this.items("}", () => this.entry());
    if (this.takesSign("[")) return this.items("]", () => this.value("a value"));
    return this.takes(LITERAL) || this.takes(NUMBER) ? null : this.expecting(expected);
  }

  private string(expected: string): Fault | null {
    if (!this.takesSign('"')) return this.expecting(expected);
    // Character by character: a pattern of many repeats would run out of its stack on a long text.
    for (let character = this.text[this.at]; character !== undefined; character = this.text[this.at]) {
      if (character === '"' || character < " ") break;
      if (character !== "\\") this.at++;
      else if (!this.takes(ESCAPE)) return this.expecting("a known escape such as \\n");
    }
    return this.takesSign('"') ? null : this.expecting("the quote that ends the text");
  }

  private items(end: string, item: () => Fault | null): Fault | null {
    this.takes(BLANKS);
    if (this.takesSign(end)) return null;
    for (;;) {
      const fault = item();
      if (fault !== null) return fault;
      if (this.takesSign(end)) return null;
      if (!this.takesSign(",")) return this.expecting(`a comma or ${end}`);
    }
  }

  private entry(): Fault | null {
    this.takes(BLANKS);
    const fault = this.string("a name in double quotes");
    if (fault !== null) return fault;
    this.takes(BLANKS);
    return this.takesSign(":") ? this.value("a value") : this.expecting("a colon");
  }
}
