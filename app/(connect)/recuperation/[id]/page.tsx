import type { Metadata } from "next";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { RecoveryEffects } from "@/components/lifecycle/recovery-effects";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { findRecovered } from "@/lib/accounts/commands/recover-account";
import { codeId } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { askMailboxAction } from "../actions";

type Props = PageProps<"/recuperation/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Votre nouvelle adresse", "retour" in (await searchParams)) };
}

/** FranceConnect has found whose account it is: which mailbox will it have? */
export default async function RecoveredMailboxPage({ params, searchParams }: Props) {
  const { id } = await params;
  const isId = codeId.safeParse(id).success;
  const found = isId ? await findRecovered(id, await identifyingBrowser()) : null;
  if (!found) return <StaleIdentification />;
  const posted = await takePosted(await searchParams);
  return (
    <Page>
      <PageTitle
        lead={
          <>
            C’est celui de <strong className="break-words">{found.email}</strong>.
          </>
        }
      >
        Nous avons trouvé votre compte
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <Section title="Ce qui va se passer">
        <RecoveryEffects />
      </Section>
      <form action={askMailboxAction.bind(null, id)} noValidate className="mt-8 space-y-5">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Une adresse que vous lisez"
          hint="Nouvelle, ou la même si vous la lisez encore. Nous y envoyons tout de suite un code."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <Button className="w-full sm:w-auto sm:px-8">Recevoir le code</Button>
      </form>
    </Page>
  );
}
