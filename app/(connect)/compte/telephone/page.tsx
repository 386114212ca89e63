import type { Metadata } from "next";
import { EditPage } from "@/components/accounts/edit-page";
import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import { getAccount } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { formatPhone } from "@/lib/format/phone";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { orStored, takePosted } from "@/lib/posted";
import { updatePhoneAction } from "../actions";

type Props = PageProps<"/compte/telephone">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mon téléphone", "retour" in (await searchParams)) };
}

export default async function PhonePage({ searchParams }: Props) {
  const ctx = await requireAccount("/compte/telephone");
  const { phone } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const posted = orStored(await takePosted(await searchParams), {
    phone: phone ? formatPhone(phone) : "",
  });

  return (
    <EditPage
      title="Mon téléphone"
      lead="Pour qu’un service puisse vous appeler. Effacez-le si vous ne voulez plus l’indiquer."
      action={updatePhoneAction}
      errors={posted.errors}
      submitLabel="Enregistrer mon téléphone"
    >
      <TextInput
        {...fieldOf(posted, "phone")}
        label="Téléphone"
        hint="Exemple&nbsp;: 06&nbsp;39&nbsp;98&nbsp;12&nbsp;34"
        type="tel"
        autoComplete="tel"
        width="medium"
        optional
      />
    </EditPage>
  );
}
