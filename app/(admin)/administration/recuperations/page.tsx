import type { Metadata } from "next";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { CardLink } from "@/components/ui/card";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { formatDay } from "@/lib/format/date";
import { recoveryLabel } from "@/lib/lifecycle/model/recovery";
import { listRecoveries } from "@/lib/lifecycle/queries/recoveries";
import { orNotFound } from "@/lib/page";

export const metadata: Metadata = { title: "Récupérations de comptes" };

export default async function RecoveriesPage() {
  const ctx = await requireAgent("/administration/recuperations");
  const rows = await orNotFound(listRecoveries(ctx));
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
        {rows.length === 0 ? (
          <p className="mt-3">Aucune pour le moment.</p>
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
