/**
 * Reads Python literals (dict, list, tuple, str, int, float, True, False, None) as ast.literal_eval does, and JSON,
 * which is nearly a subset. It reads data only: a name, a call or an operator is an error.
 */
export class LiteralError extends Error {
  constructor(
    message: string,
    /** 0-based character of the fault. */
    readonly position: number,
  ) {
    super(`${message} at character ${position + 1}`);
  }
}

export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

const DEEPEST = 64;
const NUMBER = /[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)/y;
const WORD = /[A-Za-z_]+/y;
const WORDS: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ["None", null],
  ["null", null],
  ["True", true],
  ["true", true],
  ["False", false],
  ["false", false],
]);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);

/** @throws LiteralError naming the character at which the text stops being a literal */
export function parsePythonLiteral(text: string): Literal {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  private position = 0;

  constructor(private readonly text: string) {}

  value(depth: number): Literal {
    if (depth > DEEPEST) throw new LiteralError(`More than ${DEEPEST} levels of nesting`, this.position);
    this.skipSpace();
    const start = this.text[this.position];
    if (start === "{") return this.dict(depth);
    if (start === "[") return this.sequence("]", depth);
    if (start === "(") return this.sequence(")", depth);
    if (start === "'" || start === '"') return this.string(start);
    return this.number() ?? this.word();
  }

  end(): void {
    this.skipSpace();
    if (this.position < this.text.length) throw new LiteralError("Unexpected text", this.position);
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.position] ?? "")) this.position++;
  }

  /** Whether the next character is `wanted`, which is then passed. */
  private take(wanted: string): boolean {
    this.skipSpace();
    if (this.text[this.position] !== wanted) return false;
    this.position++;
    return true;
  }

  private expect(wanted: string): void {
    if (!this.take(wanted)) throw new LiteralError(`Expected ${wanted}`, this.position);
  }

  private dict(depth: number): Literal {
    this.expect("{");
    const entries: [string, Literal][] = [];
    while (!this.take("}")) {
      const key = this.value(depth + 1);
      if (typeof key === "object") throw new LiteralError("A key must be text or a number", this.position);
      this.expect(":");
      entries.push([String(key), this.value(depth + 1)]);
      if (!this.take(",")) {
        this.expect("}");
        break;
      }
    }
    return Object.fromEntries(entries);
  }

  private sequence(close: string, depth: number): Literal[] {
    this.position++;
    const items: Literal[] = [];
    while (!this.take(close)) {
      items.push(this.value(depth + 1));
      if (!this.take(",")) {
        this.expect(close);
        break;
      }
    }
    return items;
  }

  private string(quote: string): string {
    let result = "";
    for (let at = this.position + 1; at < this.text.length; at++) {
      const character = this.text[at] ?? "";
      if (character === quote) {
        this.position = at + 1;
        return result;
      }
      if (character === "\\") {
        const escaped = this.text[++at] ?? "";
        result += ESCAPES.get(escaped) ?? escaped;
      } else result += character;
    }
    throw new LiteralError("Text without its closing quote", this.position);
  }

  private number(): number | null {
    NUMBER.lastIndex = this.position;
    const found = NUMBER.exec(this.text);
    if (found === null) return null;
    this.position = NUMBER.lastIndex;
    return Number(found[0]);
  }

  private word(): Literal {
    WORD.lastIndex = this.position;
    const found = WORD.exec(this.text)?.[0] ?? "";
    const value = WORDS.get(found);
    if (value === undefined)
      throw new LiteralError(found === "" ? "Expected a value" : `${found} is not a literal`, this.position);
    this.position = WORD.lastIndex;
    return value;
  }
}
