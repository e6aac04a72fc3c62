"use client";

import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <div className="space-y-3 p-4">
      <h1 className="text-xl font-semibold">This page stopped working</h1>
      <Note tone="bad">
        <p>{error.message}</p>
        <p>Your data is stored and unharmed. Try again, or reload the page.</p>
      </Note>
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
