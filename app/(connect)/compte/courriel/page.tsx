import type { Metadata } from "next";
import { EditPage } from "@/components/accounts/edit-page";
import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import { getAccount } from "@/lib/accounts/queries";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { askEmailChangeAction } from "../actions";

type Props = PageProps<"/compte/courriel">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mon courriel", "retour" in (await searchParams)) };
}

export default async function EmailPage({ searchParams }: Props) {
  const ctx = await requireRecentProof("/compte/courriel");
  const { email } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const query = await searchParams;
  const posted = await takePosted(query);

  return (
    <EditPage
      done={query.fait}
      title="Mon courriel"
      lead={
        <>
          Votre adresse actuelle est <strong className="break-words">{email}</strong>. Nous
          enverrons un code à la nouvelle pour vérifier qu’elle est à vous.
        </>
      }
      action={askEmailChangeAction}
      errors={posted.errors}
      submitLabel="Recevoir le code"
    >
      <TextInput
        {...fieldOf(posted, "email")}
        label="Nouveau courriel"
        type="email"
        autoComplete="email"
        spellCheck={false}
      />
    </EditPage>
  );
}
