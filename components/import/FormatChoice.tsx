import type { Candidate } from "@/lib/core/dataset";
import { formatWords } from "./words";

type FormatChoiceProps = {
  /** Id of the reader in use; null where none recognised the file. */
  format: string | null;
  /** Readers that recognise the file, the guess first. */
  candidates: readonly Candidate[];
  /** All there are. */
  readers: readonly Candidate[];
  onChange: (format: string) => void;
};

/** Which reader reads the file: the guess, and every other one for those who know better. */
export function FormatChoice({ format, candidates, readers, onChange }: FormatChoiceProps) {
  const isCandidate = ({ id }: Candidate): boolean => candidates.some((other) => other.id === id);
  const others = readers.filter((reader) => !isCandidate(reader));
  const isKnown = [...candidates, ...others].some(({ id }) => id === format);
  return (
    <select
      aria-label="Format of the file"
      value={format ?? ""}
      onChange={(event) => {
        if (event.target.value !== "") onChange(event.target.value);
      }}
      className="max-w-full rounded border border-line-strong bg-surface px-1.5 py-1"
    >
      {!isKnown && (
        <option value={format ?? ""}>{format === null ? "Choose a format" : formatWords(format)}</option>
      )}
      {candidates.length > 0 && (
        <optgroup label="Fits this file">
          {candidates.map((reader) => (
            <option key={reader.id} value={reader.id}>
              {reader.label}
            </option>
          ))}
        </optgroup>
      )}
      {others.length > 0 && (
        <optgroup label="Other formats">
          {others.map((reader) => (
            <option key={reader.id} value={reader.id}>
              {reader.label}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
