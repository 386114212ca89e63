import type { Metadata } from "next";
import { CertifiedFacts } from "@/components/accounts/certified-facts";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { Terms } from "@/components/accounts/terms";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
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
      <form action={askMailboxAction.bind(null, id)} noValidate className="mt-8 space-y-5">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          hint="Nous y envoyons tout de suite un code. Si vous avez déjà un compte, indiquez son adresse&nbsp;: vous le retrouverez."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <div>
          <Details summary="Les conditions d’utilisation, en bref">
            <Terms />
          </Details>
          <div className="mt-4">
            <Checkbox
              name="terms"
              label="J’accepte les conditions d’utilisation"
              error={posted.errors.terms}
              checked={posted.values.terms === "oui"}
            />
          </div>
        </div>
        <Button className="w-full sm:w-auto sm:px-8">Continuer</Button>
      </form>
    </Page>
  );
}
