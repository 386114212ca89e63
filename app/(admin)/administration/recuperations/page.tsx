import type { Metadata } from "next";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { CardLink } from "@/components/ui/card";
import { ListSearch } from "@/components/ui/list-search";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { formatDay } from "@/lib/format/date";
import { wordOf } from "@/lib/format/text";
import { recoveryLabel } from "@/lib/lifecycle/model/recovery";
import { listRecoveries } from "@/lib/lifecycle/queries/recoveries";
import { orNotFound } from "@/lib/page";

export const metadata: Metadata = { title: "Récupérations de comptes" };

const AT = "/administration/recuperations";

export default async function RecoveriesPage({
  searchParams,
}: PageProps<"/administration/recuperations">) {
  const ctx = await requireAgent(AT);
  const word = wordOf((await searchParams).q);
  const rows = await orNotFound(listRecoveries(ctx, word));
  return (
    <Page>
      <BackLink href="/administration">Administration</BackLink>
      <PageTitle lead="Pour une personne qui n’a plus ni mot de passe, ni courriel, et que vous avez vue avec sa pièce d’identité. Il faut deux agents, et 72&nbsp;heures.">
        Récupérations de comptes
      </PageTitle>
      <p className="mt-6">
        <ButtonLink href="/administration/recuperations/nouvelle">
          Demander une récupération
        </ButtonLink>
      </p>
      <Section title="Les plus récentes d’abord">
        <ListSearch
          at={AT}
          label="Chercher une récupération"
          hint="L’adresse du compte, ou la nouvelle."
          value={word}
        />
        {rows.length === 0 ? (
          <p className="mt-3">{word ? "Aucune ne correspond." : "Aucune pour le moment."}</p>
        ) : (
          <ul className="mt-4 grid gap-4">
            {rows.map((row) => (
              <CardLink
                key={row.id}
                href={`/administration/recuperations/${row.id}`}
                title={row.newEmail}
                below={`${recoveryLabel(row)} · demandée le ${formatDay(row.askedAt)} par ${row.askerName ?? ""}`}
              />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
