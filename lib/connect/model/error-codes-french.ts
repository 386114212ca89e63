import type { ErrorCode, ErrorText } from "./error-codes";

export const FRENCH: Record<ErrorCode, ErrorText> = {
  access_denied: {
    title: "La personne a refusé",
    cause:
      "La personne a choisi de ne pas partager ses informations, ou elle a quitté la connexion. C’est son droit : ce n’est pas une panne.",
    checks: [
      "Affichez une page qui dit ce qui reste possible sans compte, et un lien pour recommencer.",
      "Ne renvoyez pas aussitôt vers la connexion : la personne tournerait en rond.",
    ],
  },
  account_selection_required: {
    title: "Il faudrait demander quel compte",
    cause: "Vous avez envoyé prompt=none alors qu’il faut laisser la personne choisir son compte.",
    checks: ["Recommencez sans prompt=none."],
  },
  consent_required: {
    title: "Il faudrait demander l’accord de la personne",
    cause:
      "Vous avez envoyé prompt=none, mais la personne n’a pas encore donné son accord, l’a retiré, ou votre notice a changé.",
    checks: [
      "Recommencez sans prompt=none, à un moment où la personne s’y attend.",
      "Vérifiez que vous ne demandez pas de donnée absente de votre notice.",
    ],
  },
  insufficient_scope: {
    title: "Le jeton ne permet pas cette lecture",
    cause: "Le jeton est bon, mais il n’a pas le scope que demande l’adresse appelée.",
    checks: [
      "Lisez le champ scope de la réponse à /oidc/token : c’est ce qui a été accordé.",
      "Pour /oidc/userinfo, demandez openid, et n’utilisez pas un jeton demandé pour une API (resource).",
    ],
  },
  interaction_required: {
    title: "Il faudrait montrer une page",
    cause: "Vous avez envoyé prompt=none alors qu’une page est nécessaire.",
    checks: ["Recommencez sans prompt=none."],
  },
  invalid_client: {
    title: "Le service n’a pas prouvé qui il est",
    cause:
      "L’identifiant est inconnu ou suspendu, le secret est faux ou remplacé, ou l’assertion signée n’est pas valable.",
    checks: [
      "Comparez client_id et secret avec la console ; l’ancien secret ne sert plus après la date de fin du chevauchement.",
      "Avec client_secret_basic, identifiant et secret sont encodés (application/x-www-form-urlencoded) avant le base64.",
      "Une seule manière de vous authentifier à la fois, et celle qui est enregistrée.",
      "Avec private_key_jwt : iss et sub valent client_id, aud vaut l’émetteur, exp est proche, jti ne sert qu’une fois, la clé est publiée.",
    ],
  },
  invalid_client_metadata: {
    title: "L’enregistrement du service ne peut pas être lu",
    cause: "Le plus souvent : les clés de jwks_uri n’ont pas pu être lues.",
    checks: [
      "L’adresse jwks_uri répond en https, à une adresse publique, en moins de 5 secondes, avec du JSON.",
      "Chaque clé est publique et a ses champs kty, crv ou n, x, y, e.",
    ],
  },
  invalid_dpop_proof: {
    title: "La preuve DPoP n’est pas valable",
    cause: "Le JWT de l’en-tête DPoP ne correspond pas à cet appel (RFC 9449).",
    checks: [
      "htm est la méthode, htu l’adresse sans paramètres, iat date de moins de cinq minutes.",
      "jti est neuf à chaque appel, typ vaut dpop+jwt, la clé publique est dans jwk, signée ES256 ou EdDSA.",
      "Avec un jeton, ath est son empreinte SHA-256 en base64url.",
    ],
  },
  invalid_grant: {
    title: "Le code ou le jeton de rafraîchissement ne vaut plus rien",
    cause:
      "Il a expiré, il a déjà servi, il est à un autre service, ou l’accord de la personne est terminé. Un code vit une minute et sert une fois.",
    checks: [
      "redirect_uri est la même, caractère pour caractère, que dans la demande d’autorisation.",
      "code_verifier est celui dont vous avez envoyé l’empreinte.",
      "Gardez le dernier jeton de rafraîchissement reçu : l’ancien ne sert plus, et le réutiliser ferme toute la session.",
      "Ne rafraîchissez pas deux fois en parallèle. Si la personne s’est déconnectée ou a retiré son accord, reconnectez-la.",
    ],
  },
  invalid_redirect_uri: {
    title: "L’adresse de retour n’est pas déclarée",
    cause:
      "redirect_uri n’est pas, caractère pour caractère, l’une des adresses déclarées. Pour protéger la personne, nous ne la renvoyons pas vers une adresse inconnue.",
    checks: [
      "Comparez protocole, nom d’hôte, port, chemin et barre finale avec la console.",
      "Derrière un mandataire, vérifiez que votre service connaît sa propre adresse publique en https.",
    ],
  },
  invalid_request: {
    title: "La demande est incomplète ou mal écrite",
    cause:
      "Un paramètre manque, est en double, ou n’a pas la forme attendue. error_description dit lequel.",
    checks: [
      "response_type=code, client_id, redirect_uri et scope avec openid sont présents, une seule fois.",
      "PKCE est demandé à tous : code_challenge et code_challenge_method=S256.",
      "Les corps sont en application/x-www-form-urlencoded et font moins de 56 Ko.",
      "Si votre service exige des demandes poussées, passez par /oidc/request.",
      "Deux authentifications à la fois (en-tête et corps) sont refusées.",
    ],
  },
  invalid_request_uri: {
    title: "La demande poussée ne vaut plus rien",
    cause: "request_uri a expiré (une minute), a déjà servi, ou n’est pas de nous (RFC 9126).",
    checks: [
      "Poussez une nouvelle demande à chaque connexion, juste avant d’envoyer la personne.",
      "Le bouton « précédent » rejoue une demande : proposez un lien qui en crée une autre.",
    ],
  },
  invalid_scope: {
    title: "Le scope demandé n’est pas permis",
    cause: "Un scope n’est pas déclaré pour votre service, ou contient un caractère interdit.",
    checks: [
      "Comparez avec les scopes de la console ; ajoutez-y le scope et sa justification.",
      "Les scopes sont séparés par une espace, encodée + ou %20.",
    ],
  },
  invalid_target: {
    title: "L’API demandée n’est pas connue de votre service",
    cause:
      "resource n’est pas l’adresse d’une API pour laquelle votre service est enregistré (RFC 8707).",
    checks: [
      "Comparez resource avec la console : adresse absolue, sans fragment, au caractère près.",
      "Une seule API par jeton : demandez-en un autre pour une autre API.",
    ],
  },
  invalid_token: {
    title: "Le jeton n’ouvre plus rien",
    cause:
      "Il a expiré, la personne s’est déconnectée ou a retiré son accord, il a été révoqué, ou il est lié à une clé qui n’a pas été prouvée.",
    checks: [
      "Rafraîchissez le jeton ; si cela échoue aussi, reconnectez la personne.",
      "Un jeton DPoP se montre avec « Authorization: DPoP … » et une preuve, jamais avec Bearer.",
      "Un jeton demandé pour une API ne se montre qu’à elle.",
    ],
  },
  login_required: {
    title: "Il faudrait que la personne se connecte",
    cause:
      "Vous avez envoyé prompt=none, mais personne n’est connecté, la connexion est trop ancienne (max_age), ou le niveau demandé (acr_values) n’est pas atteint.",
    checks: [
      "Traitez cette réponse comme « personne n’est connecté » : affichez votre bouton « Se connecter ».",
      "Sur un appareil partagé, chaque service redemande le mot de passe.",
    ],
  },
  registration_not_supported: {
    title: "Un service ne s’enregistre pas ainsi",
    cause: "Le paramètre registration n’est pas pris en charge.",
    checks: ["Enregistrez votre service dans la console des partenaires."],
  },
  request_not_supported: {
    title: "Les objets de demande ne sont pas pris en charge",
    cause: "Le paramètre request (JAR, RFC 9101) n’est pas pris en charge.",
    checks: [
      "Pour une demande que le navigateur ne peut pas changer, poussez-la par /oidc/request (RFC 9126).",
    ],
  },
  request_uri_not_supported: {
    title: "Cette adresse de demande n’est pas prise en charge",
    cause:
      "request_uri n’accepte que les demandes poussées ici (urn:ietf:params:oauth:request_uri:…).",
    checks: ["Poussez la demande par /oidc/request, puis envoyez le request_uri reçu."],
  },
  server_error: {
    title: "La panne est de notre côté",
    cause:
      "Une erreur imprévue. Elle est enregistrée chez nous avec l’identifiant x-request-id de la réponse.",
    checks: [
      "Recommencez une fois, après quelques secondes.",
      "Si cela dure, écrivez-nous avec l’heure et le x-request-id.",
    ],
  },
  session_not_found: {
    title: "La connexion a déjà servi, ou elle a duré trop longtemps",
    cause:
      "La page a été ouverte deux fois, est restée ouverte plus d’une heure, ou le navigateur refuse les cookies.",
    checks: [
      "Proposez un bouton « Se connecter » qui recommence tout : state, nonce et PKCE neufs.",
      "N’ouvrez pas la connexion dans un cadre (iframe) : les cookies n’y sont pas envoyés.",
    ],
  },
  temporarily_unavailable: {
    title: "Momentanément indisponible",
    cause: "Le service de connexion est surchargé ou en maintenance.",
    checks: ["Recommencez dans une minute, en espaçant vos essais."],
  },
  unauthorized_client: {
    title: "Votre service n’a pas ce droit",
    cause: "Cette manière d’obtenir un jeton n’est pas permise à votre service.",
    checks: ["Comparez avec la console : types d’autorisation, environnement, état."],
  },
  unmet_authentication_requirements: {
    title: "Le niveau d’authentification demandé ne peut pas être atteint",
    cause:
      "Vous exigez (claims, essential) un niveau que la personne n’a pas ou qui n’existe pas ici. Niveaux : eidas1 (identité certifiée par FranceConnect), mfa (second facteur).",
    checks: [
      "Si le niveau est seulement souhaité, demandez-le par acr_values, et lisez acr au retour.",
      "Prévoyez une autre voie : le guichet, ou une pièce justificative.",
    ],
  },
  unsupported_grant_type: {
    title: "Ce type d’autorisation n’existe pas ici",
    cause: "grant_type n’est ni authorization_code, ni refresh_token, ni client_credentials.",
    checks: ["Vérifiez l’orthographe, et que le corps est bien un formulaire."],
  },
  unsupported_response_mode: {
    title: "Cette manière de répondre n’existe pas ici",
    cause: "response_mode n’est ni query, ni fragment, ni form_post.",
    checks: ["Retirez response_mode : query convient à response_type=code."],
  },
  unsupported_response_type: {
    title: "Ce type de réponse n’existe pas ici",
    cause: "Seul response_type=code est proposé : ni implicite, ni hybride.",
    checks: ["Passez au code avec PKCE ; toutes les bibliothèques certifiées le font."],
  },
  unsupported_token_type: {
    title: "Ce type de jeton ne se lit pas ici",
    cause:
      "L’introspection et la révocation traitent les jetons d’accès et de rafraîchissement que nous avons émis.",
    checks: [
      "N’envoyez pas un jeton d’identité (id_token) à ces adresses : vérifiez-le avec nos clés.",
    ],
  },
  use_dpop_nonce: {
    title: "La preuve DPoP doit porter notre nonce",
    cause:
      "Ce n’est pas une panne : l’en-tête DPoP-Nonce de cette réponse donne la valeur à mettre dans la preuve.",
    checks: [
      "Refaites la preuve avec nonce, et recommencez aussitôt ; gardez-le pour la fois suivante.",
    ],
  },
};
