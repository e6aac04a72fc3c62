import type { Issue } from "@/lib/core/dataset";
import { groupNotes, noteLink } from "./problems";

/** What is worth knowing about a file as a whole. */
export const FileNotes = ({ notes, className = "" }: { notes: readonly Issue[]; className?: string }) => (
  <ul className={`list-disc pl-5 break-words ${className}`}>
    {groupNotes(notes).map((group) => {
      const named = group.fields.filter((field) => field !== "");
      return (
        <li key={group.message}>
          {named.length > 0 && (
            <>
              <span className="font-medium">{named.join(", ")}</span>
              {noteLink(group)}
            </>
          )}
          {group.message}
        </li>
      );
    })}
  </ul>
);
