import "server-only";
import type { Joined } from "@/lib/accounts/commands/join-identity";
import { byFranceConnect } from "@/lib/connect/model";
import { enter } from "./enter";
import { sealIdToken } from "./franceconnect-exit";

/**
 * In a route handler: lets in whom FranceConnect identified, and returns the path to go on to. `isProven`: by their
 * mailbox, just now. On a shared device FranceConnect was left at once.
 */
export const enterJoined = (
  { accountId, acr, isShared, idToken, suite }: Joined,
  { isProven = false } = {},
) =>
  enter(accountId, {
    authentication: byFranceConnect(acr),
    isShared,
    isProven,
    franceConnect: isShared ? undefined : sealIdToken(idToken),
    suite,
  });
