import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { getTheme } from "@/lib/auth/theme";
import { env } from "@/lib/env";
import "./globals.css";

const atkinson = localFont({
  variable: "--font-atkinson",
  fallback: ["Verdana", "DejaVu Sans", "sans-serif"],
  src: [
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2",
      weight: "700",
    },
  ],
});

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#12191b" },
  ],
};

/** Each host signs its titles with its own name. */
export async function generateMetadata(): Promise<Metadata> {
  const isConnect = (await headers()).get("x-host") === "connect";
  const name = isConnect ? env().ACCOUNT_NAME : env().PORTAL_NAME;
  return {
    title: { default: name, template: `%s – ${name}` },
    formatDetection: { telephone: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [theme, sent] = await Promise.all([getTheme(), headers()]);
  return (
    <html
      lang="fr"
      className={atkinson.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body
        className="flex min-h-dvh flex-col font-sans antialiased"
        data-request={sent.get("x-request-id")}
      >
        {children}
      </body>
    </html>
  );
}
