import type { Metadata } from "next";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { findOtherAccount } from "@/lib/accounts/commands/join-identity";
import { getAccount } from "@/lib/accounts/queries";
import { codeId } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { requireAccount } from "@/lib/auth/session";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";

export const metadata: Metadata = { title: "Vous avez un autre compte certifié" };

type Props = PageProps<"/franceconnect/[id]/autre-compte">;

/** One person certifies one account: which one? FranceConnect has just proven the other, the session this one. */
export default async function OtherAccountPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireAccount("/compte/certification");
  const other = codeId.safeParse(id).success
    ? await findOtherAccount(ctx, id, await identifyingBrowser())
    : null;
  if (!other) return <StaleIdentification />;
  const [own, posted] = await Promise.all([
    orNotFound(getAccount(ctx, ctx.actor.id)),
    takePosted(await searchParams),
  ]);
  const at = `/franceconnect/${id}/autre-compte`;
  return (
    <Page>
      <PageTitle lead="Une personne certifie un seul compte. Rien n’a changé : choisissez lequel.">
        Vous avez déjà un compte certifié
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <Section title="Garder celui qui est certifié">
        <p className="mt-2">
          Continuez avec <strong className="break-words">{other.email}</strong>. Le compte de{" "}
          <span className="break-words">{own.email}</span> reste comme il est.
        </p>
        <form method="post" action={`${at}/ouvrir`} className="mt-4">
          <Csrf />
          <Button className="w-full sm:w-auto">Ouvrir mon compte certifié</Button>
        </form>
      </Section>
      <Section title="Certifier celui-ci à la place">
        <p className="mt-2">
          FranceConnect ouvrira le compte de <strong className="break-words">{own.email}</strong>,
          et n’ouvrira plus l’autre, qui restera accessible par son mot de passe. Les demandes
          restent dans le compte où vous les avez faites.
        </p>
        <form method="post" action={`${at}/deplacer`} className="mt-4">
          <Csrf />
          <Button look="outline" className="w-full sm:w-auto">
            Certifier ce compte-ci
          </Button>
        </form>
      </Section>
    </Page>
  );
}
