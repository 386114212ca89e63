import type { Metadata } from "next";
import { CodeField } from "@/components/accounts/code-field";
import { EditPage } from "@/components/accounts/edit-page";
import { StaleLink } from "@/components/accounts/stale-link";
import { CODE_RULES } from "@/lib/accounts/model";
import { findOpenCode } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { proveByCodeAction } from "../../actions";

type Props = PageProps<"/compte/fusion/code/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Code de l’autre compte", "retour" in (await searchParams)) };
}

export default async function MergeCodePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { actor } = await requireAccount("/compte/fusion");
  const [code, posted] = await Promise.all([findOpenCode(id, "merge"), takePosted(query)]);
  if (!code || code.accountId !== actor.id)
    return <StaleLink href="/compte/fusion" label="Réunir deux comptes" />;
  return (
    <EditPage
      title="Recopiez le code"
      lead={
        <>
          Si <strong className="break-words">{code.email}</strong> a un compte, un code vient d’y
          partir.
        </>
      }
      action={proveByCodeAction.bind(null, id)}
      errors={posted.errors}
      submitLabel="Continuer"
    >
      <CodeField posted={posted} {...CODE_RULES.merge} />
    </EditPage>
  );
}
