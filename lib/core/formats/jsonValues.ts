/** Values of JSON that stand after each other in one text; null where one of them is not JSON. */
export function jsonValues(text: string): unknown[] | null {
  const values: unknown[] = [];
  let depth = 0;
  let start = -1;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (isInString) {
      if (character === "\\") at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = depth > 0;
    else if (character === "{" || character === "[") {
      if (depth++ === 0) start = at;
    } else if (character === "}" || character === "]") {
      if (--depth > 0) continue;
      try {
        values.push(JSON.parse(text.slice(start, at + 1)));
      } catch {
        return null;
      }
    } else if (depth === 0 && !/[\s,]/.test(character)) return null;
  }
  return depth === 0 ? values : null;
}
