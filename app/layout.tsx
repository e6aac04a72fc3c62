import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { AppShell } from "@/components/ui/AppShell";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Archwright", template: "%s - Archwright" },
  description: "Learn which parts of neural architectures matter, and build better ones.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // A cookie, not a script: the first paint already has the chosen theme.
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <NuqsAdapter>
          <AppShell initialTheme={theme}>{children}</AppShell>
        </NuqsAdapter>
      </body>
    </html>
  );
}
