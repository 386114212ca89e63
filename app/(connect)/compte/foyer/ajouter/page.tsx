import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AuthorityBox } from "@/components/household/authority-box";
import { ChildFields } from "@/components/household/child-fields";
import { BackLink } from "@/components/ui/back-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { addChildAction } from "../actions";

type Props = PageProps<"/compte/foyer/ajouter">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Ajouter un enfant", "retour" in (await searchParams)) };
}

export default async function AddChildPage({ searchParams }: Props) {
  await requireAccount("/compte/foyer/ajouter");
  const posted = await takePosted(await searchParams);

  return (
    <Page>
      <BackLink href="/compte/foyer">Mon foyer</BackLink>
      <PageTitle lead="Un enfant de moins de 18&nbsp;ans, dont vous exercez l’autorité parentale.">
        Ajouter un enfant
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <form action={addChildAction} noValidate className="mt-8 space-y-5">
        <Csrf />
        <input type="hidden" name="id" value={posted.values.id ?? randomUUID()} />
        <ChildFields posted={posted} />
        <AuthorityBox error={posted.errors.authority} />
        <div className="flex flex-wrap gap-x-6 gap-y-3 pt-3">
          <Button className="w-full sm:w-auto sm:px-8">Ajouter à mon foyer</Button>
          <ButtonLink look="link" href="/compte/foyer">
            Annuler
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
