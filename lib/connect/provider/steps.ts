import "server-only";
import { findAccountSession } from "@/lib/auth/account-session";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { describeChoice } from "./choose-mandate";
import { describeAccount, describeConsent, describeLevel, describeSignIn } from "./describe";
import { asksLevelOnly, type Interaction, waySignedIn } from "./interactions";

const TITLES: Record<string, string> = {
  consent: "Partager vos données",
  mandate: "Pour qui venez-vous\u202f?",
  select_account: "Choisir un compte",
};

export const titleOf = (interaction: Interaction | null) =>
  TITLES[interaction?.prompt.name ?? ""] ?? "Se connecter";

/** What a sign-in under way asks now, with all that its page says. */
export async function describeStep(interaction: Interaction) {
  const { name } = interaction.prompt;
  if (name === "consent")
    return { kind: "consent", consent: await describeConsent(interaction) } as const;
  const [service, session] = [await describeSignIn(interaction), await findAccountSession()];
  if (name === "mandate")
    return { kind: "mandate", service, choice: await describeChoice(interaction) } as const;
  if (session && name === "select_account")
    return { kind: "account", service, account: await describeAccount(session.accountId) } as const;
  if (session && asksLevelOnly(interaction)) {
    const level = await describeLevel(interaction, session.accountId);
    return { kind: "level", service, level } as const;
  }
  const way = await waySignedIn(interaction);
  if (way !== null) return { kind: "signed-in", service, way } as const;
  return { kind: "sign-in", service, withFranceConnect: isFranceConnectOn() } as const;
}
