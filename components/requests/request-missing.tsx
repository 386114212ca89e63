"use client";

import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";

/** Somebody else's, erased or never there: nobody is told which. */
export function RequestMissing() {
  return (
    <Page>
      <PageTitle lead="Elle n’est pas à vous, ou elle n’existe plus.">
        Demande introuvable
      </PageTitle>
      <ul className="mt-6 list-disc space-y-2 pl-6">
        <li>
          Si vous l’avez faite avec un compte, <a href="/mes-demandes">voyez vos demandes</a>.
        </li>
        <li>
          Si vous l’avez faite sans compte, <a href="/suivi">tapez son code de suivi</a>.
        </li>
        <li>Un brouillon qui n’est pas envoyé est effacé à la date écrite à côté de lui.</li>
      </ul>
      <p className="mt-8">
        <ButtonLink href="/demarches">Chercher une démarche</ButtonLink>
      </p>
    </Page>
  );
}
