import type { Metadata } from "next";
import { StaleLink } from "@/components/accounts/stale-link";
import { RecoveryEffects } from "@/components/lifecycle/recovery-effects";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { findOpenCode } from "@/lib/accounts/queries";
import { takePosted } from "@/lib/posted";
import { takeRecoveredAction } from "../../actions";

export const metadata: Metadata = { title: "Reprendre mon compte" };

type Props = PageProps<"/recuperation/reprendre/[id]">;

/** From the new mailbox, once the delay is over. */
export default async function TakeRecoveredPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "take-recovered"), takePosted(query)]);
  if (!code || code.isOver) return <StaleLink href="/recuperation" label="Récupérer mon compte" />;
  const key = typeof query.cle === "string" ? query.cle : "";
  return (
    <Page>
      <PageTitle lead="Le délai est passé, et personne ne s’y est opposé.">
        Reprendre votre compte
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <Section title="Dès que vous appuyez">
        <RecoveryEffects />
      </Section>
      <form action={takeRecoveredAction.bind(null, id, key)} className="mt-8">
        <Csrf />
        <Button className="w-full sm:w-auto sm:px-8">Reprendre mon compte</Button>
      </form>
    </Page>
  );
}
