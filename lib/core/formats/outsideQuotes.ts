/** A character of Python text outside of quotes, with how many brackets are open behind it. */
export type Outside = { readonly at: number; readonly character: string; readonly depth: number };

/**
 * The characters outside of quotes, quotes themselves left out.
 * @param depth brackets that are open before `from`
 */
export function* outsideQuotes(text: string, from = 0, depth = 0): Generator<Outside> {
  let quote: string | null = null;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote !== null) {
      if (character === "\\") at++;
      else if (character === quote) quote = null;
    } else if (character === "'" || character === '"') quote = character;
    else {
      if ("([{".includes(character)) depth++;
      else if (")]}".includes(character)) depth--;
      yield { at, character, depth };
    }
  }
}
