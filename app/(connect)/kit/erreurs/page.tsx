import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/page";
import { ERROR_CODES, errorPath } from "@/lib/connect/model/error-codes";
import { describeError } from "@/lib/connect/model/error-texts";

export const metadata: Metadata = { title: "Erreurs de connexion" };

/** Where `error_uri` leads when a code is not ours, and from where each is found. */
export default function ErrorsPage() {
  return (
    <Page>
      <PageTitle lead="Chaque réponse d’erreur porte un code qui ne change jamais, et l’adresse de sa page.">
        Les codes d’erreur
      </PageTitle>
      <dl className="mt-8 divide-y divide-line border-y border-line">
        {ERROR_CODES.map((code) => (
          <div key={code} className="py-4">
            <dt className="wrap-anywhere">
              <a href={errorPath(code)}>
                <code>{code}</code>
              </a>
            </dt>
            <dd className="text-ink-soft">{describeError(code).fr.title}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
