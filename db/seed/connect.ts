import { system } from "@/lib/auth/actor";
import { registerClient } from "@/lib/connect/commands/register-client";
import { PORTAL_CLIENT } from "@/lib/connect/provider/clients";
import { provision } from "@/lib/connect/provider/own-clients";
import { giveConsent } from "@/lib/consents/commands/decide";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import type { Notice } from "@/lib/consents/model";
import { DEMO_ACCOUNTS } from "./demo-accounts";

/** A demo partner, reached on this machine only: its secret is no secret. */
export const PASS_URBAIN = {
  id: "pass-urbain",
  name: "Pass Urbain",
  sector: "pass-urbain",
  secret: "pass-urbain-demonstration",
  settings: {
    redirectUris: ["$PASS_URBAIN_URL/retour"],
    postLogoutRedirectUris: ["$PASS_URBAIN_URL/"],
    backchannelLogoutUri: "$PASS_URBAIN_URL/deconnexion-distante",
    scopes: ["openid", "profile", "email", "phone", "address"],
    alg: "RS256",
  },
} as const;

export const PASS_URBAIN_NOTICE: Notice = {
  service: "Pass Urbain",
  provider: "Métropole de Lyon",
  controller: "Métropole de Lyon, direction des mobilités",
  purpose: "calculer votre tarif réduit",
  months: 12,
  refusal: "Si vous refusez, vous pourrez demander le Pass Urbain sur papier, au même tarif.",
  items: [
    {
      id: "identity",
      label: "Nom et prénom",
      claims: ["name", "given_name", "family_name"],
      required: true,
    },
    { id: "birthdate", label: "Date de naissance", claims: ["birthdate"], required: true },
    { id: "address", label: "Adresse", claims: ["address"], required: true },
    {
      id: "email",
      label: "Courriel",
      claims: ["email", "email_verified"],
      required: false,
      why: "Pour vous prévenir quand votre tarif doit être renouvelé.",
    },
    {
      id: "phone",
      label: "Téléphone",
      claims: ["phone_number", "phone_number_verified"],
      required: false,
      why: "Pour recevoir un SMS quand votre carte est prête.",
    },
  ],
};

/**
 * The demo partner, and what the demo accounts have already agreed to on the portal: they go straight in,
 * and meet the consent page at the partner's.
 */
export async function seedConnect() {
  await provision();
  await registerClient(system("seed"), PASS_URBAIN);
  await publishNotice(system("seed"), PASS_URBAIN.id, PASS_URBAIN_NOTICE);
  for (const { id } of DEMO_ACCOUNTS)
    await giveConsent(system("seed"), {
      accountId: id,
      clientId: PORTAL_CLIENT,
      place: "demo",
      ticked: ["birthdate", "address", "phone"],
    });
}
