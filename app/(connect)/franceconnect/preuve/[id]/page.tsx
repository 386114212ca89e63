import type { Metadata } from "next";
import { CodeField } from "@/components/accounts/code-field";
import { NothingCame } from "@/components/accounts/nothing-came";
import { PasswordProof } from "@/components/accounts/password-proof";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findWaiting } from "@/lib/accounts/commands/identifications";
import { CODE_RULES } from "@/lib/accounts/model";
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
  const key = typeof query.cle === "string" ? query.cle : undefined;
  const action = `/franceconnect/preuve/${id}/code`;
  return (
    <Page>
      <Done what={query.fait} />
      <PageTitle>{key ? "Rattacher FranceConnect" : "Vérifiez votre adresse"}</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        {key ? "FranceConnect ouvrira le compte de " : "Nous venons d’écrire à "}
        <strong className="break-words">{code.email}</strong>
        {key ? ", et en certifiera l’identité." : ". Recopiez ici le code du message."}
      </p>
      <form
        method="post"
        action={key ? `${action}?cle=${encodeURIComponent(key)}` : action}
        noValidate
        className="mt-8 space-y-5"
      >
        <Csrf />
        {!key && <CodeField posted={posted} {...CODE_RULES.franceconnect} />}
        <Button className="w-full sm:w-auto sm:px-8">
          {key ? "Rattacher à mon compte" : "Vérifier mon adresse"}
        </Button>
      </form>
      {!key && (
        <>
          <PasswordProof id={id} email={code.email} error={posted.errors.password} />
          <NothingCame resend={askMailboxAgainAction.bind(null, id)} posted={posted} />
        </>
      )}
      <p className="mt-6">
        <a href={`/franceconnect/${waiting.id}`} className="inline-flex min-h-11 items-center">
          Utiliser une autre adresse
        </a>
      </p>
    </Page>
  );
}
