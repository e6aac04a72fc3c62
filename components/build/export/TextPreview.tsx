/** A text as it will be saved; long ones scroll. */
export function TextPreview({ label, text }: { label: string; text: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={`Preview of the ${label} file`}
      className="max-h-96 overflow-auto rounded border border-line bg-sunken p-3 font-mono text-xs"
    >
      {text}
    </pre>
  );
}
