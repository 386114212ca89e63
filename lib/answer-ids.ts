import { randomBytes, randomUUID } from "node:crypto";

/** A browser's own number: binds the token of a form, says nothing about anybody. */
export const newVisitor = () => randomBytes(18).toString("base64url");

/** Half a year. */
export const VISITOR_SECONDS = 15_768_000;

/** Of one answer's scripts: the content security policy names it. */
export const newNonce = () => randomBytes(16).toString("base64");

/** The caller's, when it is well formed: one request is then followed through several programs. */
export const requestIdFrom = (given: unknown) =>
  typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
