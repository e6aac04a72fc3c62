import { expect, it } from "vitest";
import { jsonFault } from "@/lib/core/formats/jsonFault";

it.each([
  [
    '[\n  {"arch": "a",\n   "acc": }\n]',
    `line 3, column 11 has '}' where a value is expected: [ {"arch": "a", "acc": } ]`,
  ],
  ['{"a": 1,}', `line 1, column 9 has '}' where a name in double quotes is expected: {"a": 1,}`],
  ["{'a': 1}", `line 1, column 2 has ''' where a name in double quotes is expected: {'a': 1}`],
  ['[{"a": 1} {"a": 2}]', `line 1, column 11 has '{' where a comma or ] is expected: [{"a": 1} {"a": 2}]`],
  ["[1, 2] x", `line 1, column 8 has 'x' where the end of the file is expected: [1, 2] x`],
  ['{"a" 1}', `line 1, column 6 has '1' where a colon is expected: {"a" 1}`],
  ["[NaN, -Infinity, tru]", `line 1, column 18 has 't' where a value is expected: [NaN, -Infinity, tru]`],
  [
    '["a\nb"]',
    `line 1, column 4 has the end of the line where the quote that ends the text is expected: ["a b"]`,
  ],
  ['["\\q"]', `line 1, column 3 has '\\' where a known escape such as \\n is expected: ["\\q"]`],
  [
    '{"architectures": [{"units": [[',
    `it ends at line 1, column 32, where a value is expected, as if it was cut off: …"architectures": [{"units": [[`,
  ],
])("%j", (text, fault) => expect(jsonFault(text)).toBe(fault));
