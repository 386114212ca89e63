import "server-only";
import type { Joined } from "@/lib/accounts/commands/join-identity";
import { byFranceConnect } from "@/lib/connect/model";
import { openAccountSession } from "./account-session";
import { sealIdToken } from "./franceconnect-exit";

/**
 * In a route handler: signs in whom FranceConnect identified. `isProven`: by their mailbox, just now. On a shared device
 * FranceConnect was left at once.
 */
export const openJoinedSession = (
  { accountId, acr, isShared, idToken }: Joined,
  { isProven = false } = {},
) =>
  openAccountSession(accountId, {
    authentication: byFranceConnect(acr),
    isShared,
    isProven,
    franceConnect: isShared ? undefined : sealIdToken(idToken),
  });
