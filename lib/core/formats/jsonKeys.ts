/**
 * Keys of the outermost object in the order of the text, repeated ones repeated: JSON.parse puts keys such as "1114"
 * first and keeps one of each. The text has to be valid JSON.
 */
export function outerKeys(text: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (start >= 0) {
      if (character === "\\") at++;
      else if (character === '"') {
        if (depth === 1 && isColonNext(text, at + 1)) keys.push(unescaped(text.slice(start, at + 1)));
        start = -1;
      }
    } else if (character === '"') start = at;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
  }
  return keys;
}

function isColonNext(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at++;
  return text[at] === ":";
}

const unescaped = (quoted: string): string => String(JSON.parse(quoted));
