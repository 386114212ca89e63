import "server-only";
import { system } from "@/lib/auth/actor";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import type { Notice } from "@/lib/consents/model";
import { env } from "@/lib/env";
import { createKeys } from "../commands/keys";
import { type ClientInput, registerClient } from "../commands/register-client";
import { PORTAL_CLIENT, portalSecret } from "./clients";

const portal = (): ClientInput => ({
  id: PORTAL_CLIENT,
  name: env().PORTAL_NAME,
  sector: "portal",
  secret: portalSecret(),
  settings: {
    redirectUris: ["$PORTAL_URL/api/auth/callback/connect"],
    postLogoutRedirectUris: ["$PORTAL_URL/se-deconnecter"],
    backchannelLogoutUri: "$PORTAL_URL/api/auth/backchannel-logout",
    hearsOfClosures: true,
    scopes: ["openid", "profile", "email", "phone", "address", "household", "consents"],
    alg: "ES256",
  },
});

export const portalNotice = (): Notice => ({
  service: env().PORTAL_NAME,
  provider: "Métropole de Lyon et communes",
  controller: "Métropole de Lyon, et la commune à qui vous adressez une demande",
  purpose: "vous reconnaître et suivre vos demandes",
  months: 12,
  refusal:
    "Si vous refusez, vous pourrez faire la plupart des démarches sans compte, ou au guichet.",
  items: [
    {
      id: "identity",
      label: "Nom et prénom",
      claims: ["name", "given_name", "family_name"],
      required: true,
    },
    { id: "email", label: "Courriel", claims: ["email", "email_verified"], required: true },
    {
      id: "birthdate",
      label: "Date de naissance",
      claims: ["birthdate", "gender"],
      required: false,
      why: "Évite de l’écrire dans les démarches d’état civil ou d’inscription.",
    },
    {
      id: "household",
      label: "Enfants de mon foyer",
      claims: ["household"],
      required: false,
      why: "Pour vous les proposer dans les inscriptions. Ils restent dans votre compte\u00a0: le portail les lit à ce moment-là et ne les garde que dans la demande envoyée.",
    },
    {
      id: "address",
      label: "Adresse",
      claims: ["address"],
      required: false,
      why: "Pour vous montrer d’abord les services de votre commune.",
    },
    {
      id: "phone",
      label: "Téléphone",
      claims: ["phone_number", "phone_number_verified"],
      required: false,
      why: "Pour que l’agent qui suit une demande puisse vous appeler.",
    },
  ],
});

/** What must be there before Connect can answer: its keys, and the portal as its first client. */
export async function provision() {
  const ctx = system("connect");
  await createKeys(ctx);
  await registerClient(ctx, portal());
  await publishNotice(ctx, PORTAL_CLIENT, portalNotice());
}
