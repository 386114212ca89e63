import * as z from "zod";
import type { FieldErrors, Values } from "@/lib/result";
import { MEMBER_ROLES } from "./model";
import { addressesIn, addressesProblem, type Environment } from "./model/addresses";
import { type Asked, DATA_ITEMS, NEEDS } from "./model/data-items";
import { normaliseSiret } from "./model/siret";

const line = (missing: string, longest = 120) =>
  z.string(missing).trim().min(1, missing).max(longest, `Écrivez ${longest} caractères au plus`);

const EMAIL = "Écrivez l’adresse en entier, par exemple dsi@piscines.fr";
const PHONE = "Écrivez les 10 chiffres du numéro, par exemple 04 65 71 20 20";
const SIRET =
  "Écrivez les 14 chiffres du SIRET\u00a0: ceux-ci ne vont pas ensemble, il y a une faute de frappe";

export const registerPartnerInput = z.object({
  name: line("Écrivez le nom de l’organisme"),
  siret: z.string("Écrivez les 14 chiffres du SIRET").transform((typed, { addIssue }) => {
    const siret = normaliseSiret(typed);
    if (siret) return siret;
    const isEmpty = typed.trim() === "";
    addIssue({ code: "custom", message: isEmpty ? "Écrivez les 14 chiffres du SIRET" : SIRET });
    return z.NEVER;
  }),
  email: z.email(EMAIL).max(200, EMAIL),
  phone: z
    .string(PHONE)
    .trim()
    .regex(/^0\d([\s.-]?\d{2}){4}$/, PHONE),
});

export const inviteInput = z.object({
  email: z.email(EMAIL).max(200, EMAIL).toLowerCase(),
  role: z.enum(MEMBER_ROLES, "Choisissez un rôle"),
});

export const AUTHENTICATIONS = [
  "client_secret_basic",
  "client_secret_post",
  "private_key_jwt",
  "none",
] as const;
export const ALGORITHMS = ["ES256", "RS256"] as const;

const URL_LENGTH = 2000;

const addresses = (environment: Environment, isNeeded: boolean, ours: readonly string[]) =>
  z
    .string()
    .max(URL_LENGTH * 5, "Écrivez des adresses plus courtes")
    .default("")
    .transform((typed, { addIssue }) => {
      const list = addressesIn(typed);
      const problem = addressesProblem(list, environment, { isNeeded, ours });
      if (problem) addIssue({ code: "custom", message: problem });
      return list;
    });

const address = (environment: Environment, ours: readonly string[]) =>
  z
    .string()
    .trim()
    .max(URL_LENGTH, "Écrivez une adresse plus courte")
    .default("")
    .transform((typed, { addIssue }) => {
      if (typed === "") return undefined;
      const problem = addressesProblem([typed], environment, { ours });
      if (problem) addIssue({ code: "custom", message: problem });
      return typed;
    });

/** Where a client is called; `ours`: origins that are not the partner's. */
export const addressesInput = (environment: Environment, ours: readonly string[]) =>
  z.object({
    redirectUris: addresses(environment, true, ours),
    postLogoutRedirectUris: addresses(environment, false, ours),
    backchannelLogoutUri: address(environment, ours),
  });

export const clientInput = (environment: Environment, ours: readonly string[]) =>
  addressesInput(environment, ours)
    .extend({
      name: line("Écrivez le nom du service, comme les usagers le connaissent", 60),
      purpose: line("Écrivez ce que le service fera de ces informations", 160),
      refusal: line("Écrivez ce que peut faire la personne qui refuse", 240),
      homepage: address(environment, ours),
      logo: address(environment, ours),
      alg: z.enum(ALGORITHMS, "Choisissez un algorithme"),
      authentication: z.enum(AUTHENTICATIONS, "Choisissez une méthode"),
      jwksUri: address(environment, ours),
    })
    .refine(({ authentication, jwksUri }) => authentication !== "private_key_jwt" || jwksUri, {
      path: ["jwksUri"],
      error: "Écrivez où votre service publie ses clés (jwks_uri)",
    });

export type ClientForm = z.output<ReturnType<typeof clientInput>>;

/** The controls « besoin.<item> » and « motif.<item> » of a form, checked. */
export function readAsked(values: Values): { asked: Asked; errors: FieldErrors } {
  const asked: Asked = {};
  const errors: FieldErrors = {};
  for (const { id, label } of DATA_ITEMS) {
    const need = NEEDS.find((known) => known === values[`besoin.${id}`]) ?? "none";
    const why = (values[`motif.${id}`] ?? "").trim();
    if (need === "none") continue;
    if (why.length < 10 || why.length > 300)
      errors[`motif.${id}`] =
        `${label}\u00a0: écrivez en une phrase pourquoi le service en a besoin (10 à 300 caractères)`;
    asked[id] = { need, why };
  }
  return { asked, errors };
}

export const OVERLAPS = ["0", "1", "2", "7"] as const;
export const rotateInput = z.object({ days: z.enum(OVERLAPS, "Choisissez un délai") });

const text = (missing: string) =>
  z.string(missing).trim().min(10, missing).max(2000, "Écrivez 2\u202f000 caractères au plus");

/** The record of processing, complete (RGPD art. 30). */
export const recordInput = z.object({
  purposes: text("Écrivez les finalités, en une phrase au moins"),
  legalBasis: text("Écrivez la base légale, et son texte s’il y en a un"),
  categories: text("Écrivez les personnes et les données concernées"),
  retention: text("Écrivez les durées de conservation"),
  recipients: text("Écrivez les destinataires"),
  security: text("Écrivez les mesures de sécurité"),
  dpoName: line("Écrivez le nom du délégué à la protection des données"),
  dpoEmail: z.email(EMAIL).max(200, EMAIL),
});

type Decision = { isGranted: boolean; reason: string };

function missingReasons(decisions: Record<string, Decision>): FieldErrors {
  const refused = Object.entries(decisions).filter(([, { isGranted }]) => !isGranted);
  if (refused.length === Object.keys(decisions).length)
    return { decision: "Sans aucune portée, refusez la demande" };
  return Object.fromEntries(
    refused
      .filter(([, { reason }]) => reason === "")
      .map(([scope]) => [
        `motif.${scope}`,
        `Écrivez pourquoi la portée ${scope} n’est pas accordée`,
      ]),
  );
}

/** The controls « decision », « reason », « portee.<scope> » and « motif.<scope> » of whoever reviews. */
export function readDecision(scopes: readonly string[], values: Values) {
  const decision =
    values.decision === "accept" || values.decision === "refuse" ? values.decision : null;
  const reason = (values.reason ?? "").trim().slice(0, 2000) || null;
  const errors: FieldErrors = {};
  if (!decision) errors.decision = "Choisissez d’accepter ou de refuser";
  if (decision === "refuse" && !reason)
    errors.reason = "Écrivez le motif du refus et ce qu’il faut changer";
  const decisions = Object.fromEntries(
    scopes
      .filter((scope) => scope !== "openid")
      .map((scope): [string, Decision] => [
        scope,
        {
          isGranted: values[`portee.${scope}`] !== "non",
          reason: (values[`motif.${scope}`] ?? "").trim().slice(0, 500),
        },
      ]),
  );
  if (decision === "accept") Object.assign(errors, missingReasons(decisions));
  return { decision: decision ?? "refuse", reason, decisions, errors } as const;
}
