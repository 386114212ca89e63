import "server-only";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { formatDayTime } from "@/lib/format/date";
import { greeting } from "@/lib/format/mail";
import { sendMail } from "@/lib/integrations/mail";
import type { FactorNotice } from "../model/factors";
import { getAccount } from "../queries";
import { letter, onConnect } from "./mail-texts";

type What = FactorNotice["what"];

const SUBJECTS: Record<What, string> = {
  "passkey-added": "Une clé d’accès ouvre votre compte",
  "passkey-removed": "Une clé d’accès n’ouvre plus votre compte",
  "totp-added": "Un code est demandé pour entrer dans votre compte",
  "totp-removed": "Aucun code n’est plus demandé pour entrer dans votre compte",
  "recovery-renewed": "Vos codes de secours ont changé",
  "recovery-used": "Un code de secours a ouvert votre compte",
};

const SENTENCES: Record<What, string> = {
  "passkey-added":
    "une clé d’accès a été ajoutée à votre compte. Elle l’ouvre sans mot de passe, avec le verrouillage d’un appareil.",
  "passkey-removed": "une clé d’accès a été retirée de votre compte. Elle ne l’ouvre plus.",
  "totp-added":
    "une application de codes a été ajoutée à votre compte. Un code est maintenant demandé à chaque connexion, après le mot de passe.",
  "totp-removed":
    "l’application de codes a été retirée de votre compte. Aucun code n’est plus demandé à la connexion.",
  "recovery-renewed":
    "de nouveaux codes de secours ont été créés pour votre compte. Les anciens ne servent plus.",
  "recovery-used":
    "un de vos codes de secours a servi à entrer dans votre compte. Il ne servira plus.",
};

/** What changed in the means of entering an account, to its owner. */
export async function sendFactorNotice(
  ctx: Context,
  { accountId, what, noticeId, at }: FactorNotice,
) {
  const account = await getAccount(ctx, accountId);
  const text = letter(SUBJECTS[what], greeting(account.givenName), [
    `Le ${formatDayTime(at)}, ${SENTENCES[what]}`,
    "Si c’était vous, vous n’avez rien à faire.",
    `Ce n’était pas vous\u202f? Choisissez tout de suite un nouveau mot de passe, puis regardez vos moyens de connexion\u00a0: ${onConnect("/mot-de-passe-oublie")}`,
  ]);
  await sendMail({ to: account.email, deliveryId: noticeId, ...text });
  await transaction(ctx, (ctx) => recordEvent(ctx, "account.send-mail", accountId, { kind: what }));
}
