import type { Metadata } from "next";
import { EditPage } from "@/components/accounts/edit-page";
import { NEW_PASSWORD_HINT, PasswordField } from "@/components/accounts/password-field";
import { getAccount } from "@/lib/accounts/queries";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { changePasswordAction } from "../actions";

type Props = PageProps<"/compte/mot-de-passe">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mon mot de passe", "retour" in (await searchParams)) };
}

export default async function PasswordPage({ searchParams }: Props) {
  const ctx = await requireRecentProof("/compte/mot-de-passe");
  const { email, hasPassword } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const query = await searchParams;
  const { errors } = await takePosted(query);

  return (
    <EditPage
      done={query.fait}
      title="Mon mot de passe"
      lead="Vos autres appareils seront déconnectés."
      action={changePasswordAction}
      errors={errors}
      submitLabel={hasPassword ? "Changer mon mot de passe" : "Choisir ce mot de passe"}
    >
      {/* So that password managers know whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="password"
        label="Nouveau mot de passe"
        kind="new"
        hint={NEW_PASSWORD_HINT}
        error={errors.password}
      />
    </EditPage>
  );
}
