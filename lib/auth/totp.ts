import "server-only";
import { Secret, TOTP } from "otpauth";
import { env } from "@/lib/env";

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** A clock may be a step early or late (RFC 6238 §5.2). */
const WINDOW = 1;

/** 160 bits, base32 (RFC 4226 §4). */
export const newTotpSecret = () => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = "") =>
  new TOTP({
    issuer: env().ACCOUNT_NAME,
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });

/** For the QR code that an application reads. */
export const totpUri = (secret: string, label: string) => totpOf(secret, label).toString();

/** The 30-second step whose code this is, or null. */
export function totpStep(secret: string, typed: string, now = Date.now()) {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}
