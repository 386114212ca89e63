import { frenchSpaces } from "@/lib/format/text";
import type { CallDetails, CallEndpoint } from "./calls";

type Failed = { endpoint: CallEndpoint; code: string | null; details: CallDetails };

const quoted = (values: readonly string[] = []) =>
  values.length === 0 ? "aucune" : values.map((value) => `«\u00a0${value}\u00a0»`).join(", ");

/** By the library's own sentence: what it means, and what to mend. */
const REASONS: readonly [RegExp, string][] = [
  [
    /already consumed/,
    "Ce code a déjà servi. Un code ne s’échange qu’une fois\u00a0: vérifiez que votre service ne rejoue pas la page de retour, ni l’appel après un délai dépassé.",
  ],
  [/code is expired/, "Ce code a plus de 60 secondes. Échangez-le dès la page de retour."],
  [
    /authorization code not found/,
    "Ce code n’existe pas\u00a0: il a été altéré en chemin, il date d’il y a longtemps, ou il vient d’un autre environnement.",
  ],
  [
    /redirect_uri mismatch/,
    "Le redirect_uri de l’échange n’est pas celui de la demande de connexion\u00a0: envoyez exactement le même.",
  ],
  [
    /refresh token (not found|is expired)/,
    "Ce jeton de rafraîchissement n’est plus valable\u00a0: la session est finie ou l’accord retiré. Demandez à la personne de se reconnecter.",
  ],
  [
    /refresh token already used/,
    "Ce jeton de rafraîchissement a déjà servi\u00a0: gardez celui que chaque réponse vous donne. Par précaution, tous les jetons de cette connexion sont révoqués.",
  ],
  [
    /grant (not found|is expired)/,
    "L’accord de la personne est retiré ou arrivé à son terme. Demandez-lui de se reconnecter.",
  ],
  [/referenced account not found/, "Le compte est fermé, ou l’accord de la personne est retiré."],
  [
    /client mismatch/,
    "Ce code ou ce jeton a été donné à un autre service\u00a0: l’identifiant envoyé n’est pas celui de la demande.",
  ],
  [
    /PKCE|code_verifier/,
    "Le code_verifier n’est pas celui dont le code_challenge a été calculé. Gardez-le en session entre la demande et le retour.",
  ],
  [
    /code_challenge/,
    "PKCE est demandé\u00a0: envoyez code_challenge, et code_challenge_method=S256.",
  ],
  [
    /invalid secret provided/,
    "Le secret n’est pas le bon. S’il a été changé depuis peu, l’ancien a peut-être été coupé.",
  ],
  [
    /does not match the registered client authentication/,
    "La méthode d’authentification n’est pas celle qui est déclarée.",
  ],
  [
    /audience \(aud\)|list of audience/,
    "Dans l’assertion signée, aud doit être l’émetteur (issuer) ou l’adresse du point de jeton.",
  ],
  [/alg mismatch/, "L’assertion n’est pas signée avec l’algorithme déclaré."],
  [/must only be used once/, "Cette assertion a déjà servi\u00a0: changez jti à chaque appel."],
  [
    /no access token provided/,
    "Aucun jeton n’a été envoyé\u00a0: mettez-le dans l’en-tête Authorization: Bearer.",
  ],
  [
    /access token (is expired|not found)|token not found/,
    "Ce jeton d’accès n’est plus valable\u00a0: rafraîchissez-le, ou demandez à la personne de se reconnecter.",
  ],
  [/missing required parameter/, "Il manque un paramètre."],
];

const CODES: Record<string, string> = {
  access_denied:
    "La personne a choisi de ne rien partager. Ce n’est pas une panne\u00a0: dites-lui ce qu’elle peut faire sans compte.",
  consent_required:
    "Avec prompt=none, nous ne pouvons pas demander d’accord. Recommencez sans prompt.",
  interaction_required: "Avec prompt=none, nous ne pouvons rien demander. Recommencez sans prompt.",
  invalid_client: "Nous n’avons pas reconnu votre service.",
  invalid_grant: "Le code ou le jeton n’est pas valable.",
  invalid_redirect_uri: "L’adresse de retour n’est pas déclarée.",
  invalid_request: "La demande est incomplète ou mal formée.",
  invalid_scope: "Une portée demandée n’est pas accordée à ce service.",
  invalid_token: "Ce jeton n’ouvre rien, ou n’ouvre plus rien.",
  login_required:
    "La personne n’est pas connectée, et prompt=none interdit de le lui demander. Recommencez sans prompt.",
  unauthorized_client: "Ce service n’a pas le droit de demander cela.",
  unsupported_grant_type: "grant_type doit être authorization_code ou refresh_token.",
  unsupported_response_type: "response_type doit être code.",
};

/** « redirect_uri reçue : « … » ; déclarées : « … ». » */
function mismatch({ parameter, received, expected }: CallDetails) {
  if (!parameter) return [];
  const got =
    received === undefined
      ? `${parameter} manque`
      : `${parameter} reçu\u00a0: «\u00a0${received}\u00a0»`;
  return [expected ? `${got}\u202f; déclaré\u00a0: ${quoted(expected)}.` : `${got}.`];
}

/** Why a call failed and what to mend, in French; the exact mismatch when there is one. */
export function explainCall({ code, details }: Failed) {
  const [, reason] = REASONS.find(([pattern]) => pattern.test(details.reason ?? "")) ?? [];
  const known = reason ?? CODES[code ?? ""];
  const said = known ?? `Réponse de Connect\u00a0: ${details.reason ?? code ?? "erreur inconnue"}.`;
  return frenchSpaces([said, ...mismatch(details)].join(" "));
}
