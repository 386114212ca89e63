import "server-only";
import { pbkdf2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { verify } from "@node-rs/argon2";
import { compare } from "bcryptjs";

const derive = promisify(pbkdf2);
const MOST_ROUNDS = 5_000_000;
const MOST_BCRYPT_COST = 14;

type Verify = (password: string) => Promise<boolean>;

/** Django: `pbkdf2_sha256$rounds$salt$base64`; the salt is text. */
const DJANGO = /^pbkdf2_(sha1|sha256|sha512)\$(\d{1,7})\$([^$]{1,128})\$([\w+/]+=*)$/;
/** passlib: `$pbkdf2-sha256$rounds$salt$hash`, in its own base64. */
const PASSLIB = /^\$pbkdf2-(sha256|sha512)\$(\d{1,7})\$([\w./]{1,128})\$([\w./]+)$/;
const BCRYPT = /^\$2[aby]\$(\d\d)\$[\w./]{53}$/;
const ARGON2 = /^\$argon2(id|i|d)\$v=19\$m=\d{1,7},t=\d{1,3},p=\d{1,2}\$[\w+/]+\$[\w+/]+$/;

const passlibBytes = (text: string) => Buffer.from(text.replaceAll(".", "+"), "base64");

const pbkdf2Of =
  (digest: string, rounds: number, salt: Buffer, expected: Buffer): Verify =>
  async (password) => {
    const given = await derive(password, salt, rounds, expected.length, digest);
    return timingSafeEqual(given, expected);
  };

function fromParts(
  [, digest = "", rounds = "0", salt = "", hash = ""]: RegExpExecArray,
  isDjango: boolean,
) {
  const expected = isDjango ? Buffer.from(hash, "base64") : passlibBytes(hash);
  const count = Number(rounds);
  if (count < 1 || count > MOST_ROUNDS || expected.length < 16 || expected.length > 64) return null;
  return pbkdf2Of(digest, count, isDjango ? Buffer.from(salt) : passlibBytes(salt), expected);
}

/**
 * Verifies a password against a hash that another service made: bcrypt, argon2 with other costs, PBKDF2 of Django or
 * passlib. Null for anything else.
 */
export function foreignHash(stored: string): Verify | null {
  const django = DJANGO.exec(stored);
  if (django) return fromParts(django, true);
  const passlib = PASSLIB.exec(stored);
  if (passlib) return fromParts(passlib, false);
  const [bcrypt, cost] = BCRYPT.exec(stored) ?? [];
  if (bcrypt)
    return Number(cost) > MOST_BCRYPT_COST ? null : (password) => compare(password, bcrypt);
  return ARGON2.test(stored) ? (password) => verify(stored, password) : null;
}
