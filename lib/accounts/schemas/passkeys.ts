import * as z from "zod";
import { codeId } from "../schemas";

const bytes = z.base64url().min(1).max(16_384);
const credential = { id: bytes, rawId: bytes, type: z.literal("public-key") };
const common = {
  ...credential,
  clientExtensionResults: z.object({}).default({}),
};

/** As `PublicKeyCredential.toJSON()` writes a new credential. */
const newCredential = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(8).default([]),
  }),
});

/** As `PublicKeyCredential.toJSON()` writes a signature. */
const signedCredential = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.string().max(100).optional(),
  }),
});

export type NewCredential = z.output<typeof newCredential>;
export type SignedCredential = z.output<typeof signedCredential>;

const NOTHING = "Votre clé d’accès n’a rien répondu. Réessayez, ou utilisez un autre moyen.";

/** What the page's program wrote in the form, as JSON. */
const written = <S extends z.ZodType>(schema: S) =>
  z.string(NOTHING).transform((text, ctx): z.output<S> => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      ctx.addIssue({ code: "custom", message: NOTHING });
      return z.NEVER;
    }
  });

/** « Téléphone de Samira » */
const name = z
  .string("Donnez un nom à cette clé.")
  .trim()
  .min(1, "Donnez un nom à cette clé, pour la reconnaître plus tard.")
  .max(60, "60\u00a0caractères au plus.");

export const signedPasskeyInput = z.object({
  challengeId: z.uuid(NOTHING),
  credential: written(signedCredential),
});

export const newPasskeyInput = z.object({
  challengeId: z.uuid(NOTHING),
  credential: written(newCredential),
});

export const renamePasskeyInput = z.object({ id: codeId, name });
