import type { Metadata } from "next";
import { EditPage } from "@/components/accounts/edit-page";
import { NEW_PASSWORD_HINT, PasswordField } from "@/components/accounts/password-field";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { changePasswordAction } from "../actions";

type Props = PageProps<"/compte/mot-de-passe">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mon mot de passe", "retour" in (await searchParams)) };
}

export default async function PasswordPage({ searchParams }: Props) {
  await requireAccount("/compte/mot-de-passe");
  const { errors } = await takePosted(await searchParams);

  return (
    <EditPage
      title="Mon mot de passe"
      lead="Vos autres appareils seront déconnectés."
      action={changePasswordAction}
      errors={errors}
      submitLabel="Changer mon mot de passe"
    >
      <div>
        <PasswordField
          name="current"
          label="Mot de passe actuel"
          kind="current"
          error={errors.current}
        />
        <p>
          <a
            href="/mot-de-passe-oublie?suite=/compte"
            className="inline-flex min-h-11 items-center"
          >
            Mot de passe oublié&#8239;?
          </a>
        </p>
      </div>
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
