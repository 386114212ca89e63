import "server-only";
import { system } from "@/lib/auth/actor";
import { networkMark } from "@/lib/auth/network";
import { hashToken } from "@/lib/auth/secrets";
import { BY_MAIL } from "@/lib/connect/model";
import { transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { findAccount } from "../queries";
import type { AskResetInput, LinkInput } from "../schemas";
import { openCode, proveCode, useCode } from "./codes";
import { takeMailTurn } from "./limits";
import { noteSignIn } from "./second-step";

const STALE_LINK = "Ce lien n’est plus valable. Demandez-en un nouveau.";

/**
 * Writes a link that opens the account of this address. Does not look whether there is one: the worker does. `browser`:
 * of whoever asks; elsewhere the link asks for a confirmation. Returns the id of what is to be proven.
 */
export async function askSignInLink({ email }: AskResetInput, browser: string, network: string) {
  await takeMailTurn(email, network);
  const browserHash = browser ? hashToken(browser) : null;
  return transaction(system("accounts"), async (ctx) => {
    const id = await openCode(ctx, { kind: "sign-in", email, browserHash });
    await recordEvent(ctx, "account.ask-sign-in-link", id);
    return id;
  });
}

/** Was it asked for in this browser? */
export const isSameBrowser = (browserHash: string | null, browser: string) =>
  browserHash === hashToken(browser);

type Opened = { browser: string; isConfirmed: boolean; network: string; device: string };

/**
 * The link of the mail, and its button pressed: opens once. Returns whose account it opens, and how; null when it must
 * be confirmed first, in another browser than the one that asked.
 */
export async function openSignInLink(
  input: LinkInput,
  { browser, isConfirmed, network, device }: Opened,
) {
  const { id, accountId, browserHash } = await proveCode("sign-in", input);
  if (!isConfirmed && !isSameBrowser(browserHash, browser)) return null;
  if (!accountId || !(await findAccount(system("accounts"), accountId))) throw conflict(STALE_LINK);
  await transaction(system("accounts"), async (ctx) => {
    await useCode(ctx, id);
    const place = { network: networkMark(network), device };
    await noteSignIn(ctx, accountId, { ...place, with: "link" });
  });
  return { accountId, authentication: BY_MAIL };
}
