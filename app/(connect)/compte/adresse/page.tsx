import type { Metadata } from "next";
import { EditPage } from "@/components/accounts/edit-page";
import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import { getAccount } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { orStored, takePosted } from "@/lib/posted";
import { updateAddressAction } from "../actions";

type Props = PageProps<"/compte/adresse">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mon adresse", "retour" in (await searchParams)) };
}

export default async function AddressPage({ searchParams }: Props) {
  const ctx = await requireAccount("/compte/adresse");
  const { address } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const posted = orStored(await takePosted(await searchParams), {
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    postal: address?.postalCode ?? "",
    commune: address?.commune ?? "",
  });

  return (
    <EditPage
      title="Mon adresse"
      lead="L’adresse où vous habitez. Elle sert à vous proposer les services de votre commune."
      action={updateAddressAction}
      errors={posted.errors}
      submitLabel="Enregistrer mon adresse"
    >
      <TextInput {...fieldOf(posted, "line1")} label="Numéro et rue" autoComplete="address-line1" />
      <TextInput
        {...fieldOf(posted, "line2")}
        label="Bâtiment, étage, appartement"
        autoComplete="address-line2"
        optional
      />
      <TextInput
        {...fieldOf(posted, "postal")}
        label="Code postal"
        inputMode="numeric"
        autoComplete="postal-code"
        width="short"
      />
      <TextInput {...fieldOf(posted, "commune")} label="Commune" autoComplete="address-level2" />
    </EditPage>
  );
}
