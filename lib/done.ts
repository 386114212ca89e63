import { plural } from "@/lib/format/number";

type Sentence = {
  /** Follows « C’est fait : » with a small letter; `count` is what `doneAt` was given. */
  says: string | ((count: number) => string);
  /** Where on the page the result is. */
  see?: { href: `#${string}`; label: string };
};

const messages = { href: "#messages", label: "Voir les messages" } as const;

const assigned = (count: number) =>
  `${plural(count, "demande vous est attribuée", "demandes vous sont attribuées")}.`;

/** All that a page may say once an action is done: its address holds a code of this list, never a sentence. */
const DONE = {
  // A request, from either side.
  message: { says: "votre message est envoyé.", see: messages },
  // A request, as its resident follows it.
  reponse: { says: "votre réponse est envoyée. Le service reprend votre demande.", see: messages },
  formulaire: { says: "votre formulaire est envoyé au service." },
  "formulaire-agent": { says: "le formulaire est enregistré." },
  avancee: { says: "votre demande a avancé." },
  annulee: { says: "votre demande est annulée. Le service ne la traitera pas." },
  "brouillon-supprime": { says: "votre brouillon et ses fichiers sont supprimés." },
  rattachee: { says: "cette demande est dans votre compte. Son code de suivi ne l’ouvre plus." },
  "suivi-ferme": {
    says: "cet appareil n’ouvre plus votre demande. Gardez bien son code de suivi.",
  },
  "suivis-fermes": {
    says: "cet appareil n’ouvre plus vos demandes. Gardez bien leurs codes de suivi.",
  },
  // What others may read, and the way out.
  "accord-retire": {
    says: "votre accord est retiré. Le service ne peut plus rien lire de votre compte.",
  },
  deconnexion: {
    says: "votre session est fermée, ici et dans les services ouverts avec votre compte.",
  },
  // A request, as agents treat it.
  attribuee: { says: "cette demande vous est attribuée." },
  attribuees: { says: assigned },
  "attribuees-en-partie": {
    says: (count) => `${assigned(count)} Les autres étaient déjà prises.`,
  },
  rendue: { says: "cette demande est rendue à la file." },
  complement: {
    says: "le complément est demandé. Le délai s’arrête jusqu’à la réponse.",
    see: messages,
  },
  note: { says: "votre note est ajoutée.", see: { href: "#notes", label: "Voir les notes" } },
  "en-examen": { says: "cette demande est en cours d’examen." },
  acceptee: { says: "cette demande est acceptée." },
  refusee: { says: "cette demande est refusée, et votre motif envoyé." },
  cloturee: { says: "cette demande est clôturée, et votre réponse envoyée." },
  modifiee: { says: "cette demande a changé de statut." },
  // An organisation.
  coordonnees: { says: "les coordonnées sont enregistrées." },
  "service-ajoute": { says: "le service est ajouté." },
  "service-modifie": { says: "le service est enregistré." },
  "service-ferme": { says: "le service est fermé." },
  "demandes-confiees": { says: "les demandes en cours sont confiées à l’autre service." },
  "demarches-confiees": { says: "les démarches sont confiées à l’autre service." },
  "tout-confie": {
    says: "les démarches et les demandes en cours sont confiées à l’autre service.",
  },
  "role-donne": { says: "le rôle est donné." },
  "role-retire": { says: "le rôle est retiré." },
  // A partner that connects a service.
  organisme: { says: "votre organisme est enregistré. Créez maintenant un service d’essai." },
  "organisme-rejoint": { says: "vous faites partie de l’équipe." },
  invitation: { says: "l’invitation est partie par courriel." },
  "invitation-retiree": { says: "l’invitation est retirée. Son lien n’ouvre plus rien." },
  "membre-retire": { says: "cette personne ne fait plus partie de l’équipe." },
  "service-cree": { says: "le service d’essai est créé. Il fonctionne dès maintenant." },
  "service-enregistre": { says: "le service est enregistré." },
  "secret-change": { says: "le nouveau secret est en service." },
  "production-demandee": { says: "la demande est envoyée à la Métropole." },
  "production-acceptee": { says: "la demande est acceptée. Le partenaire est prévenu." },
  "production-refusee": { says: "la demande est refusée. Le partenaire reçoit votre motif." },
  "en-production": { says: "le service est en production. Voici son identifiant et son secret." },
  "service-suspendu": { says: "le service est suspendu. Le partenaire est prévenu." },
  "service-retabli": { says: "le service est rétabli. Le partenaire est prévenu." },
  "essai-arme": {
    says: "l’essai est armé. Connectez-vous à votre service avec un compte d’essai.",
  },
  "essai-arrete": { says: "l’essai est arrêté. Connect répond normalement." },
  "secret-coupe": { says: "l’ancien secret n’ouvre plus rien." },
  // This browser.
  affichage: { says: "votre affichage est enregistré." },
  // An account.
  identite: { says: "votre identité est à jour." },
  certifiee: { says: "votre identité est certifiée par FranceConnect." },
  telephone: { says: "votre téléphone est à jour." },
  adresse: { says: "votre adresse est à jour." },
  courriel: { says: "votre courriel a changé. Nous l’avons aussi écrit à l’ancienne adresse." },
  "mot-de-passe": {
    says: "votre mot de passe a changé. Vos autres appareils sont déconnectés.",
  },
  // A household.
  "enfant-ajoute": { says: "l’enfant est dans votre foyer." },
  "enfant-corrige": { says: "les informations de l’enfant sont corrigées." },
  "enfant-retire": { says: "l’enfant n’est plus dans votre foyer." },
  "enfant-partage": { says: "l’enfant est dans votre foyer, et dans celui de l’autre parent." },
  "parent-invite": { says: "votre proposition est partie par courriel." },
  "partage-refuse": { says: "la proposition est refusée. Rien n’a changé." },
  // A mandate.
  "mandat-propose": {
    says: "votre proposition est partie par courriel. Rien ne change avant la réponse.",
  },
  "mandat-accepte": { says: "le mandat est accepté. L’autre personne en est prévenue." },
  "mandat-refuse": { says: "la proposition est refusée. Rien n’a changé." },
  "mandat-arrete": { says: "le mandat est arrêté. Plus personne ne peut s’en servir." },
  appareil: { says: "cet appareil est déconnecté, avec les services qu’il avait ouverts." },
  appareils: {
    says: "vos autres appareils sont déconnectés, avec les services qu’ils avaient ouverts.",
  },
  application: {
    says: "votre application de codes est active. Un code sera demandé à chaque connexion.",
  },
  "application-retiree": {
    says: "l’application est retirée. Aucun code ne sera plus demandé à la connexion.",
  },
  cle: { says: "votre clé d’accès est ajoutée. Elle ouvre votre compte sans mot de passe." },
  "cle-renommee": { says: "votre clé d’accès a changé de nom." },
  "cle-retiree": { says: "cette clé d’accès est retirée. Elle n’ouvre plus votre compte." },
  codes: { says: "vos nouveaux codes de secours sont prêts. Les anciens ne servent plus." },
  confirme: { says: "vous avez confirmé que c’était vous. Vous pouvez continuer." },
  "suppression-demandee": {
    says: "votre compte sera supprimé dans 30\u00a0jours, et vous êtes déconnecté partout. Pour le garder, connectez-vous avant.",
  },
  "recuperation-demandee": {
    says: "la récupération est demandée. Une autre personne doit l’approuver.",
  },
  "recuperation-approuvee": {
    says: "la récupération est approuvée. Le titulaire est prévenu, et le délai de 72\u00a0heures commence.",
  },
  "recuperation-annulee": { says: "la récupération est annulée. Rien n’a changé." },
  "comptes-reunis": {
    says: "vos deux comptes n’en font plus qu’un. Vos autres appareils sont déconnectés.",
  },
  "compte-garde": { says: "vous gardez votre compte. Rien n’a été effacé." },
  "code-envoye": { says: "un nouveau code est parti. Le précédent ne sert plus." },
  "lien-envoye": { says: "un nouveau message est parti. Le précédent ne sert plus." },
} as const satisfies Record<string, Sentence>;

export type DoneCode = keyof typeof DONE;

const SHOWN_MS = 15 * 60_000;

/**
 * The path that confirms: `?fait=<code>.<when>`, and a count for the sentences that say one. Without `#fragment`:
 * the confirmation takes the focus. The moment makes two equal actions two addresses, and an old address silent.
 */
export function doneAt(path: string, code: DoneCode, count?: number) {
  const value = [code, Date.now().toString(36), count].filter((part) => part !== undefined);
  return `${path}${path.includes("?") ? "&" : "?"}fait=${value.join(".")}`;
}

/** What `?fait=` says; null for anything that we did not write, or wrote long ago. */
export function readDone(fait: unknown) {
  const [, code = "", at = "", count] =
    (typeof fait === "string" && /^([a-z-]+)\.([0-9a-z]{1,9})(?:\.(\d{1,4}))?$/.exec(fait)) || [];
  const age = Date.now() - Number.parseInt(at, 36);
  if (!Object.hasOwn(DONE, code) || !(age < SHOWN_MS)) return null;
  const { says, see }: Sentence = DONE[code as DoneCode];
  return { key: at, see, text: typeof says === "string" ? says : says(Number(count ?? 1)) };
}
