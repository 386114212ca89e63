import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Does this Authorization header carry the token? Compared in constant time. */
export const canReadMetrics = (authorization: string | null, token: string | undefined) =>
  token !== undefined && timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
