import type { Metadata } from "next";
import { ChildCard } from "@/components/household/child-card";
import { SharedChildren } from "@/components/household/shared-children";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/session";
import { isMinor } from "@/lib/household/model";
import { listChildren, listInvitations } from "@/lib/household/queries";
import { asDay } from "@/lib/requests/model";
import { removeChildAction } from "./actions";

export const metadata: Metadata = { title: "Mon foyer" };

const LEAD =
  "Vos enfants, pour ne plus les écrire à chaque inscription. Ces informations restent dans votre compte\u00a0: un service ne les lit que si vous l’avez accepté.";

export default async function HouseholdPage({ searchParams }: PageProps<"/compte/foyer">) {
  const ctx = await requireAccount("/compte/foyer");
  const [children, invitations] = await Promise.all([
    listChildren(ctx, ctx.actor.id),
    listInvitations(ctx, ctx.actor.id),
  ]);
  const today = asDay(new Date());

  return (
    <Page>
      <Done what={(await searchParams).fait} />
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead={LEAD}>Mon foyer</PageTitle>
      <SharedChildren invitations={invitations} />
      <Section title="Mes enfants">
        {children.length === 0 && <p className="mt-3">Vous n’avez ajouté aucun enfant.</p>}
        <ul className="mt-4 space-y-4">
          {children.map((child) => (
            <ChildCard
              key={child.id}
              child={child}
              isGrown={!isMinor(child.birthdate, today)}
              remove={removeChildAction.bind(null, child.id)}
            />
          ))}
        </ul>
        <p className="mt-6">
          <ButtonLink href="/compte/foyer/ajouter" icon="plus">
            Ajouter un enfant
          </ButtonLink>
        </p>
      </Section>
    </Page>
  );
}
