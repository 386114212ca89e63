import type { Metadata } from "next";
import { Journal } from "@/components/accounts/journal";
import { BackLink } from "@/components/ui/back-link";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { networkAddress, networkMark } from "@/lib/auth/network";
import { requireAccount } from "@/lib/auth/session";
import { findClientNames } from "@/lib/connect/queries";
import { listJournal } from "@/lib/events/queries";

export const metadata: Metadata = { title: "Journal de sécurité" };

const at = (name: string, cursor: string | undefined) =>
  cursor && `/compte/securite?${name}=${encodeURIComponent(cursor)}`;

export default async function SafetyPage({ searchParams }: PageProps<"/compte/securite">) {
  const [ctx, { avant, apres }] = [await requireAccount("/compte/securite"), await searchParams];
  const journal = await listJournal(ctx, ctx.actor.id, { before: avant, after: apres });
  const ids = journal.entries.map(({ details }) => String(details.clientId ?? ""));

  return (
    <Page>
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="Ce qui s’est passé sur votre compte. Vous seul pouvez le lire.">
        Journal de sécurité
      </PageTitle>
      <p className="mt-4">
        Quelque chose ne vient pas de vous&#8239;?{" "}
        <a href="/compte/appareils">Déconnectez les appareils</a> que vous ne reconnaissez pas, puis{" "}
        <a href="/compte/mot-de-passe">changez votre mot de passe</a>.
      </p>
      <Section title="Du plus récent au plus ancien">
        <div className="mt-6">
          <Journal
            entries={journal.entries}
            services={await findClientNames(ids)}
            network={networkMark(await networkAddress())}
          />
        </div>
        <Pager previous={at("apres", journal.newer)} next={at("avant", journal.older)} />
      </Section>
      <p className="mt-10 text-note text-ink-soft">
        Les connexions et les appareils sont effacés de ce journal au bout de 12&nbsp;mois&nbsp;; le
        reste, tant que vous avez un compte, est gardé. Nous notons le type d’appareil et de
        navigateur, et une empreinte du réseau qui dit seulement si c’est le même que le
        vôtre&nbsp;; jamais son adresse ni où vous êtes.
      </p>
    </Page>
  );
}
