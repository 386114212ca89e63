import "server-only";
import type Provider from "oidc-provider";
import type { InteractionResults } from "oidc-provider";
import { cache } from "react";
import { asksSecond } from "@/lib/accounts/commands/second-step";
import { closeAccountSession, findAccountSession, signedCookie } from "@/lib/auth/account-session";
import { rememberBrowser } from "@/lib/auth/device";
import { type Authentication, isTwoFactor } from "../model";
import { getProvider } from "./instance";
import { SECOND_PROOF } from "./second-proof";

export type Interaction = InstanceType<Provider["Interaction"]>;

/**
 * The sign-in under way in this browser, or null: expired, finished, or somebody else's.
 * Does what `interactionDetails` does, which wants Node's own request.
 */
export const findInteraction = cache(async (uid: string): Promise<Interaction | null> => {
  const provider = await getProvider();
  const cookie = await signedCookie(provider.cookieName("interaction"));
  const interaction = cookie === uid ? await provider.Interaction.find(uid) : undefined;
  if (!interaction) return null;
  const { session } = interaction;
  if (!session?.uid) return interaction;
  const current = await provider.Session.findByUid(session.uid);
  if (current?.accountId === session.accountId) return interaction;
  // Signed out meanwhile: whoever is there now says who they are, and decides nothing for another.
  if (interaction.prompt.name !== "login") return null;
  delete interaction.session;
  return interaction;
});

const secondsLeft = ({ exp = 0 }: Interaction) => exp - Math.floor(Date.now() / 1000);

/** Where a sign-in goes on by itself, off the form that was just posted: see `onwardPage`. */
export const onwardPath = (uid: string) => `/interaction/${uid}/poursuite`;

/** Keeps the answer and returns where the sign-in goes on. */
export async function finishInteraction(interaction: Interaction, result: InteractionResults) {
  interaction.result = "error" in result ? result : { ...interaction.lastSubmission, ...result };
  await interaction.save(secondsLeft(interaction));
  return onwardPath(interaction.uid);
}

/**
 * May the session of this browser answer this sign-in without another proof? Only when it was opened since, when the
 * service found none, or when the second proof was given meanwhile: one that asks for a new proof (`prompt=login`,
 * `max_age`) gets one.
 */
export function mayContinue(
  { iat = Infinity, prompt }: Interaction,
  { signedInAt, authentication }: { signedInAt: Date; authentication: Authentication },
) {
  const isAnswered = (reason: string) =>
    reason === "no_session" || (reason === SECOND_PROOF && isTwoFactor(authentication));
  return prompt.reasons.every(isAnswered) || signedInAt.getTime() / 1000 >= iat;
}

/**
 * How whoever is signed in in this browser may answer: at once, by their second proof, by adding one. Null: as everybody,
 * on the sign-in form.
 */
export async function waySignedIn(interaction: Interaction) {
  const session = await findAccountSession();
  if (!session) return null;
  if (mayContinue(interaction, session)) return "continue";
  if (interaction.prompt.reasons.some((reason) => reason !== SECOND_PROOF)) return null;
  return (await asksSecond(session.accountId)) ? "give" : "add";
}

/** Does the service ask for a level of authentication that the session does not reach? */
export const asksLevel = ({ prompt }: Interaction) => prompt.reasons.includes("level");

/** Nothing else is missing: whoever is signed in only has to add a proof. */
export const asksLevelOnly = ({ prompt: { name, reasons } }: Interaction) =>
  name === "login" &&
  reasons.includes("level") &&
  reasons.every((reason) => reason === "level" || reason === SECOND_PROOF);

/** In a route handler: goes on with another account, or with none yet; this one is signed out of its services. */
export async function leaveAccount(interaction: Interaction) {
  await closeAccountSession();
  delete interaction.session;
  return finishInteraction(interaction, { select_account: {} });
}

type SignIn = {
  accountId: string;
  isShared: boolean;
  authentication: Authentication;
  /** When they proved who they are; now unless told. */
  signedInAt?: Date;
};

/**
 * Signs this account in and goes on. Somebody else signed in in this browser is signed out first: the library
 * would do it with a script.
 */
export async function finishSignIn(
  interaction: Interaction,
  { accountId, isShared, authentication, signedInAt = new Date() }: SignIn,
) {
  const current = await findAccountSession();
  if (current && current.accountId !== accountId) {
    await closeAccountSession();
    delete interaction.session;
  }
  const device = await rememberBrowser(accountId, { isShared });
  return finishInteraction(interaction, {
    ...(asksLevel(interaction) ? { level: "asked" } : {}),
    login: {
      accountId,
      amr: authentication.amr,
      ...(authentication.acr ? { acr: authentication.acr } : {}),
      remember: !isShared,
      ts: Math.floor(signedInAt.getTime() / 1000),
      device,
    },
  });
}
