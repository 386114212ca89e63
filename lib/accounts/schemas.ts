import * as z from "zod";
import { parseBirthdate } from "@/lib/format/birthdate";
import { GENDERS, isWeakPassword, normaliseEmail, normalisePhone, PASSWORD_LENGTH } from "./model";

const blankIsAbsent = (typed: unknown) =>
  typeof typed === "string" && typed.trim() === "" ? undefined : typed;

const line = (missing: string, max = 100) =>
  z.preprocess(blankIsAbsent, z.string(missing).trim().max(max, `${max} caractères au plus.`));

export const email = z
  .string("Écrivez votre adresse de courriel.")
  .trim()
  .min(1, "Écrivez votre adresse de courriel.")
  .max(254, "Cette adresse est trop longue\u00a0: vérifiez-la.")
  .transform(normaliseEmail)
  .pipe(z.email("Écrivez une adresse de courriel complète, comme prenom.nom@exemple.fr."));

const typedPassword = z
  .string("Écrivez votre mot de passe.")
  .min(1, "Écrivez votre mot de passe.")
  .max(1000, "Ce mot de passe est trop long.");

const newPassword = z
  .string("Choisissez un mot de passe.")
  .min(1, "Choisissez un mot de passe.")
  .min(
    PASSWORD_LENGTH.min,
    `Choisissez un mot de passe de ${PASSWORD_LENGTH.min}\u00a0caractères au moins.`,
  )
  .max(
    PASSWORD_LENGTH.max,
    `Choisissez un mot de passe de ${PASSWORD_LENGTH.max}\u00a0caractères au plus.`,
  );

export const WEAK_PASSWORD =
  "Ce mot de passe est trop connu ou trop facile à deviner. Choisissez par exemple quatre mots sans rapport.";

const code = z
  .string("Écrivez le code reçu par courriel.")
  .transform((typed) => typed.replace(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, "Écrivez le code reçu par courriel.")
      .max(12, "Ce code est trop long\u00a0: vérifiez-le."),
  );

/** A row of account_codes, as a page's address names it. */
export const codeId = z.uuid();

export const authenticateInput = z.object({ email, password: typedPassword });

const names = {
  givenName: line("Écrivez votre prénom."),
  familyName: line("Écrivez votre nom."),
};

export const signUpInput = z
  .object({
    ...names,
    email,
    password: newPassword,
    terms: z.literal("oui", "Pour créer un compte, acceptez les conditions d’utilisation."),
  })
  .refine((typed) => !isWeakPassword(typed.password, ownWords(typed)), {
    path: ["password"],
    message: WEAK_PASSWORD,
    when: ({ issues }) => issues.length === 0,
  });

/** What a password must not be made of. */
export const ownWords = (own: { email: string; givenName?: string; familyName?: string }) => [
  own.email.split("@")[0] ?? "",
  own.givenName ?? "",
  own.familyName ?? "",
];

export const confirmInput = z.object({ id: codeId, code });

export const newAddressInput = z.object({ id: codeId, email });

/** For somebody identified by FranceConnect: the address of the account to be, or of theirs. */
export const askMailboxInput = z.object({
  id: codeId,
  email,
  terms: z.literal("oui", "Pour créer un compte, acceptez les conditions d’utilisation."),
});

/** Proven by the digits typed, or by the key of the link. */
export const proveMailboxInput = z
  .object({ id: codeId, code: code.optional(), key: z.string().max(100).optional() })
  .refine(({ code: typed, key }) => typed !== undefined || key !== undefined, {
    path: ["code"],
    message: "Écrivez le code reçu par courriel.",
  });

export const passwordProofInput = z.object({ id: codeId, password: typedPassword });

export const askResetInput = z.object({ email });

/** Proven by the digits typed, or by the key of the link. */
export const resetPasswordInput = z.object({
  id: codeId,
  code: code.optional(),
  key: z.string().max(100).optional(),
  password: newPassword,
});

export const changePasswordInput = z.object({ password: newPassword });

export const changeEmailInput = z.object({ email });

/** Of the account whose session is open. */
export const ownPasswordInput = z.object({ password: typedPassword });

const totpCode = z
  .string("Écrivez le code de l’application.")
  .transform((typed) => typed.replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Écrivez les 6\u00a0chiffres que montre l’application."));

export const totpInput = z.object({ id: codeId, code: totpCode });

export const totpProofInput = z.object({ code: totpCode });

export const recoveryProofInput = z.object({
  recovery: z
    .string("Écrivez un code de secours.")
    .trim()
    .min(1, "Écrivez un code de secours.")
    .max(40, "Ce code est trop long\u00a0: vérifiez-le."),
});

/** A link of a mail, pressed. */
export const linkInput = z.object({ id: codeId, key: z.string().max(100) });

const typedBirthdate = z.string().transform((typed, ctx) => {
  const iso = parseBirthdate(typed);
  if (iso && iso > "1900-01-01" && iso < new Date().toISOString().slice(0, 10)) return iso;
  ctx.addIssue({ code: "custom", message: "Écrivez une date de naissance comme 27/03/1988." });
  return z.NEVER;
});

const typedPhone = z.string().transform((typed, ctx) => {
  const phone = normalisePhone(typed);
  if (phone) return phone;
  ctx.addIssue({
    code: "custom",
    message: "Écrivez les 10\u00a0chiffres du numéro, ou commencez par + et l’indicatif du pays.",
  });
  return z.NEVER;
});

const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankIsAbsent, schema.optional());

export const identityInput = z.object({
  ...names,
  birthdate: optional(typedBirthdate),
  gender: optional(z.enum(GENDERS)),
});

export const phoneInput = z.object({ phone: optional(typedPhone) });

export const addressInput = z.object({
  line1: line("Écrivez le numéro et la rue."),
  line2: optional(z.string().trim().max(100, "100\u00a0caractères au plus.")),
  postal: line("Écrivez les 5\u00a0chiffres du code postal.")
    .transform((typed) => typed.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{5}$/, "Écrivez les 5\u00a0chiffres du code postal.")),
  commune: line("Écrivez le nom de la commune."),
});

export type AuthenticateInput = z.output<typeof authenticateInput>;
export type SignUpInput = z.output<typeof signUpInput>;
export type ConfirmInput = z.output<typeof confirmInput>;
export type NewAddressInput = z.output<typeof newAddressInput>;
export type AskMailboxInput = z.output<typeof askMailboxInput>;
export type ProveMailboxInput = z.output<typeof proveMailboxInput>;
export type AskResetInput = z.output<typeof askResetInput>;
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
export type ChangeEmailInput = z.output<typeof changeEmailInput>;
export type LinkInput = z.output<typeof linkInput>;
export type IdentityInput = z.output<typeof identityInput>;
export type PhoneInput = z.output<typeof phoneInput>;
export type AddressInput = z.output<typeof addressInput>;
