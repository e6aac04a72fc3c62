import type { ButtonHTMLAttributes } from "react";

const LOOKS = {
  primary: "bg-accent text-accent-ink border-transparent hover:opacity-90",
  plain: "bg-surface text-ink border-line hover:bg-sunken",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken",
  danger: "bg-surface text-bad border-line hover:bg-bad-soft",
} as const;

/** The class names of a button, for links that look like one. */
export const buttonClass = (look: keyof typeof LOOKS = "plain"): string =>
  `inline-flex items-center justify-center gap-1.5 rounded border px-3 py-1.5 font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-50 ${LOOKS[look]}`;

export function Button({
  look = "plain",
  className = "",
  ...props
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof LOOKS }) {
  return <button type="button" {...props} className={`${buttonClass(look)} ${className}`} />;
}
