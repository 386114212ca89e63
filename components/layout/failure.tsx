"use client";

import { catchError } from "next/error";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";

type Props = { error: unknown; retry: () => void; home?: string };

/** What Next wrote in the log beside the error. */
const digestOf = (error: unknown) =>
  error instanceof Error && "digest" in error ? String(error.digest) : "";

/** A fault on our side: what is safe, what to do, and a number to quote. Never what happened inside. */
export function Failure({ error, retry, home = "/" }: Props) {
  const [reference, setReference] = useState(() => digestOf(error));
  // The root layout writes the request's id on the body; it is only there once the page is.
  useEffect(() => setReference((known) => document.body.dataset.request ?? known), []);
  return (
    <div className="px-4 sm:px-6">
      <div className="mx-auto max-w-read pt-4 sm:pt-6" role="alert">
        <h1 className="mt-4 text-h1">La page n’a pas pu s’afficher</h1>
        <p className="mt-3 text-lead">
          Le problème vient de chez nous. Ce que vous avez déjà enregistré ou envoyé est gardé.
        </p>
        <p className="mt-6">
          Réessayez dans un instant. Si le problème revient, appelez-nous et donnez cette référence
          {reference ? "\u00a0:" : "."}
        </p>
        {reference && <p className="mt-2 font-bold break-all">{reference}</p>}
        <div className="mt-8 flex flex-wrap items-center gap-6">
          <button type="button" onClick={retry} className={buttonClass("primary")}>
            Réessayer
          </button>
          <a href={home} className={buttonClass("link")}>
            Revenir à l’accueil
          </a>
        </div>
      </div>
    </div>
  );
}

/** Keeps the header and the footer around a page that fails; one chunk less than an error.tsx. */
export const FailureBoundary = catchError((props: { home: string }, { error, retry }) => (
  <Failure error={error} retry={retry} home={props.home} />
));
