"use client";

import type { ComponentProps } from "react";
import { Failure } from "@/components/layout/failure";
import "./globals.css";

/** Even the frame of the page has failed. */
export default function GlobalError(props: ComponentProps<typeof Failure>) {
  return (
    <html lang="fr">
      <head>
        <title>La page n’a pas pu s’afficher</title>
      </head>
      <body className="font-sans antialiased">
        <main id="contenu">
          <Failure error={props.error} retry={props.retry} />
        </main>
      </body>
    </html>
  );
}
