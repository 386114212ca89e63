import type { Metadata } from "next";
import { MailboxLink, MailboxProof } from "@/components/accounts/mailbox-proof";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { Done } from "@/components/ui/done";
import { Page } from "@/components/ui/page";
import { findWaiting } from "@/lib/accounts/commands/identifications";
import { findOpenCode } from "@/lib/accounts/queries";
import { identifyingBrowser } from "@/lib/auth/identification";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { askMailboxAgainAction } from "../../actions";

type Props = PageProps<"/franceconnect/preuve/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Vérifier votre adresse", "retour" in (await searchParams)) };
}

/** Whether the address has an account is told to its mailbox alone: this page is the same for all. */
export default async function ProveMailboxPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "franceconnect"), takePosted(query)]);
  const waiting = code && (await findWaiting({ codeId: id }, await identifyingBrowser()));
  if (!waiting) return <StaleIdentification />;
  const mailbox = { id, email: code.email, posted };
  return (
    <Page>
      <Done what={query.fait} />
      {typeof query.cle === "string" ? (
        <MailboxLink {...mailbox} secret={query.cle} />
      ) : (
        <MailboxProof {...mailbox} resend={askMailboxAgainAction.bind(null, id)} />
      )}
      <p className="mt-6">
        <a href={`/franceconnect/${waiting.id}`} className="inline-flex min-h-11 items-center">
          Utiliser une autre adresse
        </a>
      </p>
    </Page>
  );
}
