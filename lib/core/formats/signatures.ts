/** Files that hold no text, known by how they begin. */

type Signature = {
  readonly name: string;
  readonly bytes: readonly number[];
  /** Where the bytes stand; at the start where it is not said. */
  readonly at?: number;
  readonly mend: string;
};

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const NOT_A_TABLE = "Choose a CSV or JSON file.";
const UNPACK = "Unpack it and choose the table in it, or pack that as zip or gzip.";
const EXPORT = "Save the table as CSV or JSON and choose that.";

const SIGNATURES: readonly Signature[] = [
  { name: "a PNG image", bytes: [0x89, 0x50, 0x4e, 0x47], mend: NOT_A_TABLE },
  { name: "a JPEG image", bytes: [0xff, 0xd8, 0xff], mend: NOT_A_TABLE },
  { name: "a PDF document", bytes: letters("%PDF"), mend: NOT_A_TABLE },
  { name: "a tar archive", bytes: letters("ustar"), at: 257, mend: UNPACK },
  { name: "a bzip2 file", bytes: letters("BZh"), mend: UNPACK },
  { name: "an xz file", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], mend: UNPACK },
  { name: "a Zstandard file", bytes: [0x28, 0xb5, 0x2f, 0xfd], mend: UNPACK },
  { name: "a 7z archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], mend: UNPACK },
  { name: "a RAR archive", bytes: letters("Rar!"), mend: UNPACK },
  { name: "a Parquet table", bytes: letters("PAR1"), mend: EXPORT },
  { name: "an Arrow table", bytes: letters("ARROW1"), mend: EXPORT },
  { name: "an HDF5 file", bytes: [0x89, 0x48, 0x44, 0x46], mend: EXPORT },
  { name: "a NumPy array", bytes: [0x93, ...letters("NUMPY")], mend: EXPORT },
  { name: "an SQLite database", bytes: letters("SQLite format 3"), mend: EXPORT },
  { name: "an old Excel workbook", bytes: [0xd0, 0xcf, 0x11, 0xe0], mend: EXPORT },
];

/** What the file is and what to do about it; null where it may be text. */
export function foreignFile(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find(({ bytes: start, at = 0 }) =>
    start.every((byte, index) => bytes[at + index] === byte),
  );
  return found ? `The file is ${found.name}, whatever its name says. ${found.mend}` : null;
}
