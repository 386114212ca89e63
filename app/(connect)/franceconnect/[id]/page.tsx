import type { Metadata } from "next";
import { CertifiedFacts } from "@/components/accounts/certified-facts";
import { MailboxForm } from "@/components/accounts/mailbox-form";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findWaiting } from "@/lib/accounts/commands/identifications";
import { codeId } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { pageTitle } from "@/lib/format/text";
import { orStored, takePosted } from "@/lib/posted";
import { askMailboxAction } from "../actions";

type Props = PageProps<"/franceconnect/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Votre courriel", "retour" in (await searchParams)) };
}

/** Identified, and nobody's account yet: an e-mail is all that is missing. */
export default async function ChooseMailboxPage({ params, searchParams }: Props) {
  const { id } = await params;
  const isId = codeId.safeParse(id).success;
  const waiting = isId ? await findWaiting({ id }, await identifyingBrowser()) : null;
  if (waiting?.purpose !== "sign-in") return <StaleIdentification />;
  const { civil, email } = waiting.person;
  const posted = orStored(await takePosted(await searchParams), { email: email ?? "" });
  return (
    <Page>
      <PageTitle lead="Il ne manque que votre courriel.">
        Bonjour {civil.givenNames[0]} {civil.familyName}
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <CertifiedFacts civil={civil} />
      <MailboxForm action={askMailboxAction.bind(null, id)} posted={posted} />
    </Page>
  );
}
