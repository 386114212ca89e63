import type { Metadata } from "next";
import { CodeField } from "@/components/accounts/code-field";
import { EditPage } from "@/components/accounts/edit-page";
import { NothingCame } from "@/components/accounts/nothing-came";
import { StaleLink } from "@/components/accounts/stale-link";
import { Page } from "@/components/ui/page";
import { CODE_RULES } from "@/lib/accounts/model";
import { findOpenCode } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { confirmEmailChangeAction, resendEmailChangeAction } from "../../actions";

type Props = PageProps<"/compte/courriel/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Vérifier votre adresse", "retour" in (await searchParams)) };
}

export default async function EmailCodePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { actor } = await requireAccount("/compte/courriel");
  const [code, posted] = await Promise.all([findOpenCode(id, "change-email"), takePosted(query)]);
  if (!code || code.accountId !== actor.id)
    return <StaleLink href="/compte/courriel" label="Changer mon courriel" />;

  return (
    <>
      <EditPage
        done={query.fait}
        title="Vérifiez votre adresse"
        lead={
          <>
            Nous venons d’écrire à <strong className="break-words">{code.email}</strong>. Recopiez
            ici le code du message.
          </>
        }
        action={confirmEmailChangeAction.bind(null, id)}
        errors={posted.errors}
        submitLabel="Changer mon courriel"
      >
        <CodeField posted={posted} {...CODE_RULES["change-email"]} />
      </EditPage>
      <Page>
        <NothingCame resend={resendEmailChangeAction.bind(null, id)} posted={posted} />
      </Page>
    </>
  );
}
