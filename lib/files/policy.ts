import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { DEFAULT_ACCEPT, DEFAULT_MAX_BYTES, type FileRules } from "./model";
import { type UploadGrant, uploadGrant } from "./schemas";

const LIFETIME_MS = 24 * 3_600_000;

type Owned = { ownerKind: string; ownerId: string };

/** Nobody owns what a visitor without a tracking code would send. */
export const isOwner = (actor: Actor, { ownerKind, ownerId }: Owned) =>
  ownerId !== "" && actor.kind === ownerKind && actor.id === ownerId;

const sign = (body: string) =>
  createHmac("sha256", env().SECRET).update(`upload:${body}`).digest("base64url");

/** What this actor may send to this field of a request that they can read; good for 24 hours. */
export function grantUpload(actor: Actor, requestId: string, rules: FileRules): UploadGrant {
  return uploadGrant.parse({
    ownerKind: actor.kind,
    ownerId: actor.id,
    requestId,
    fieldId: rules.fieldId,
    accept: rules.accept ?? DEFAULT_ACCEPT,
    maxBytes: rules.maxBytes ?? DEFAULT_MAX_BYTES,
    expiresAt: Date.now() + LIFETIME_MS,
  });
}

/** A grant for the browser to hand back; it is read there by nobody and cannot be changed. */
export function uploadToken(actor: Actor, requestId: string, rules: FileRules) {
  const body = Buffer.from(JSON.stringify(grantUpload(actor, requestId, rules)));
  const text = body.toString("base64url");
  return `${text}.${sign(text)}`;
}

/** The grant that we signed, still good; null for anything else. */
export function readUploadToken(token: string): UploadGrant | null {
  const [text = "", signature = ""] = token.split(".");
  const [expected, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const grant = uploadGrant.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  return grant.expiresAt > Date.now() ? grant : null;
}
