const TONES = {
  info: "border-accent bg-accent-soft",
  good: "border-good bg-good-soft",
  warn: "border-warn bg-warn-soft",
  bad: "border-bad bg-bad-soft",
} as const;

/** A message in the page's flow; `bad` is announced at once to screen readers. */
export function Note({
  tone = "info",
  title,
  children,
}: {
  tone?: keyof typeof TONES;
  title?: string;
  children?: React.ReactNode;
}) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`rounded border-l-4 px-3 py-2 text-ink ${TONES[tone]}`}
    >
      {title && <p className="font-medium">{title}</p>}
      {children}
    </div>
  );
}
