import { ButtonLink } from "@/components/ui/button";
import { Aside } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { phoneHref } from "@/lib/format/phone";
import type { Fact } from "@/lib/requests/model/acknowledgement";

function Line({ name, line }: { name: string; line: string }) {
  if (name === "Téléphone") return <a href={phoneHref(line)}>{line}</a>;
  if (name === "Courriel") return <a href={`mailto:${line}`}>{line}</a>;
  return line;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <SummaryList className="mt-3">
      {facts.map(({ name, lines }) => (
        <SummaryRow key={name} term={name}>
          {lines.map((line) => (
            <p key={line}>
              <Line name={name} line={line} />
            </p>
          ))}
        </SummaryRow>
      ))}
    </SummaryList>
  );
}

/** The one key to a request filed without an account: shown large, to be written down. */
export function TrackingCode({ code, children }: { code: string; children: string }) {
  return (
    <Notice tone="warn" title="Gardez ce code de suivi" className="mt-8">
      <p className="mt-1 text-h2 font-bold tracking-wide whitespace-nowrap">{code}</p>
      <p className="mt-2">{children}</p>
      <p className="mt-2">
        {"Recopiez-le ou imprimez cette page\u00a0: nous ne l’envoyons jamais par courriel."}
      </p>
    </Notice>
  );
}

type NextProps = { delay: readonly string[]; remedy: string | null; next: readonly string[] };

/** Until when, what silence means, and what happens now. */
export function WhatNext({ delay, remedy, next }: NextProps) {
  return (
    <>
      <Section title={"Quand aurez-vous une réponse\u202f?"}>
        <p className="mt-3 text-lead">{delay[0]}</p>
        {delay.slice(1).map((sentence) => (
          <p key={sentence} className="mt-3">
            {sentence}
          </p>
        ))}
        {remedy && <p className="mt-3 text-ink-soft">{remedy}</p>}
      </Section>
      {next.length > 0 && (
        <Section title="La suite">
          <ol className="mt-3 list-decimal space-y-2 pl-6">
            {next.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

type LinksProps = { reference: string; isVisitor: boolean };

export function ReceiptLinks({ reference, isVisitor }: LinksProps) {
  const request = `/mes-demandes/${reference}`;
  return (
    <>
      <div className="no-print mt-8 flex flex-col gap-3 sm:flex-row sm:items-center sm:gap-6">
        <ButtonLink href={request}>Suivre ma demande</ButtonLink>
        <ButtonLink look="outline" icon="download" href={`${request}/accuse-de-reception.pdf`}>
          Accusé de réception (PDF)
        </ButtonLink>
      </div>
      {isVisitor && (
        <div className="no-print mt-8">
          <Aside>
            <h2 className="text-h3">Plus simple avec un compte</h2>
            <p className="mt-2">
              Rattachez cette demande à votre compte pour la retrouver sans code de suivi.
            </p>
            <p>
              <a
                href={`/suivi/rattacher?reference=${reference}`}
                className="inline-flex min-h-11 items-center"
              >
                Rattacher cette demande à mon compte
              </a>
            </p>
          </Aside>
        </div>
      )}
    </>
  );
}
