import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditPage } from "@/components/accounts/edit-page";
import { Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { DateInput, TextInput } from "@/components/ui/field";
import { GENDER_LABELS, GENDERS } from "@/lib/accounts/model";
import { canEditIdentity } from "@/lib/accounts/policy";
import { getAccount } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { formatTypedDay } from "@/lib/format/date";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { orStored, takePosted } from "@/lib/posted";
import { updateIdentityAction } from "../actions";

type Props = PageProps<"/compte/identite">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mon identité", "retour" in (await searchParams)) };
}

export default async function IdentityPage({ searchParams }: Props) {
  const ctx = await requireAccount("/compte/identite");
  const account = await orNotFound(getAccount(ctx, ctx.actor.id));
  if (!canEditIdentity(ctx.actor, account)) notFound();
  const { givenName, familyName, birthdate, gender } = account;
  const posted = orStored(await takePosted(await searchParams), {
    givenName,
    familyName,
    birthdate: birthdate ? formatTypedDay(birthdate) : "",
    gender: gender ?? "",
  });
  const options = GENDERS.map((value) => ({ value, label: GENDER_LABELS[value] }));

  return (
    <EditPage
      title="Mon identité"
      lead="Comme sur votre pièce d’identité."
      action={updateIdentityAction}
      errors={posted.errors}
      submitLabel="Enregistrer mon identité"
    >
      <TextInput {...fieldOf(posted, "givenName")} label="Prénom" autoComplete="given-name" />
      <TextInput {...fieldOf(posted, "familyName")} label="Nom" autoComplete="family-name" />
      <DateInput
        {...fieldOf(posted, "birthdate")}
        label="Date de naissance"
        hint="Exemple&nbsp;: 27/03/1988"
        autoComplete="bday"
        optional
      />
      <Radios {...fieldOf(posted, "gender")} label="Civilité" options={options} optional inline />
    </EditPage>
  );
}
