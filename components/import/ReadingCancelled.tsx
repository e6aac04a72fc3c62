import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";

/** Where reading a chosen file was stopped before it said anything. */
export const ReadingCancelled = ({ onReadAgain }: { onReadAgain: () => void }) => (
  <Note title="Reading was cancelled">
    <p className="mb-2">The file is still chosen.</p>
    <Button onClick={onReadAgain}>Read it again</Button>
  </Note>
);
