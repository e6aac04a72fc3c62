import type { Issue } from "@/lib/core/dataset";

/** What is worth knowing about a file as a whole. */
export const FileNotes = ({ notes, className = "" }: { notes: readonly Issue[]; className?: string }) => (
  <ul className={`list-disc pl-5 ${className}`}>
    {notes.map(({ field, message }) => (
      <li key={`${field} ${message}`}>
        {field && <span className="font-medium">{field} </span>}
        {message}
      </li>
    ))}
  </ul>
);
