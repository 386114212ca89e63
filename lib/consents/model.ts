export const CONSENT_ACTS = ["given", "refused", "withdrawn"] as const;
export type ConsentAct = (typeof CONSENT_ACTS)[number];

/** Where the person was when they decided. */
export const CONSENT_PLACES = [
  "consent-page",
  "my-data",
  "mandate",
  "account-closure",
  "account-merge",
  "demo",
] as const;
export type ConsentPlace = (typeof CONSENT_PLACES)[number];

/** One thing shared, as the person reads it, and the claims it stands for. */
export type NoticeItem = {
  id: string;
  label: string;
  claims: readonly string[];
  /** What it opens elsewhere: scopes of an API, by its address (RFC 8707). */
  apis?: readonly { resource: string; scopes: readonly string[] }[] | undefined;
  required: boolean;
  why?: string | undefined;
};

/** What a service asks of a person: one published version, never changed. */
export type Notice = {
  service: string;
  /** The body that renders the service, written above its name. */
  provider: string;
  /** The data controller, as the law wants it named. */
  controller: string;
  /** Follows « s’en servira pour ». */
  purpose: string;
  items: readonly NoticeItem[];
  months: number;
  refusal: string;
};

/** The items somebody agreed to: all the required ones, and of the optional ones those they ticked. */
export const agreedItems = (notice: Notice, ticked: readonly string[]) =>
  notice.items.filter(({ id, required }) => required || ticked.includes(id));

/** The claims these items open. */
export const claimsOf = (items: readonly NoticeItem[]) => [
  ...new Set(items.flatMap(({ claims }) => claims)),
];

/** The scopes these items open on an API. */
export const apiScopesOf = (items: readonly NoticeItem[], resource: string) => [
  ...new Set(
    items.flatMap(({ apis = [] }) =>
      apis.flatMap((a) => (a.resource === resource ? a.scopes : [])),
    ),
  ),
];

/** So many months later, or the last day of a shorter month. */
export function expiryOf({ months }: Notice, from: Date) {
  const until = new Date(from);
  until.setUTCMonth(until.getUTCMonth() + months);
  if (until.getUTCDate() !== from.getUTCDate()) until.setUTCDate(0);
  return until;
}

const sentence = (items: readonly NoticeItem[]) =>
  items.map(({ label }) => label.toLocaleLowerCase("fr")).join(", ");

/** The exact text of an agreement, kept with it as proof (RGPD art. 7.1). Holds no value about the person. */
export function consentText(notice: Notice, agreed: readonly NoticeItem[]) {
  const refused = notice.items.filter((item) => !agreed.includes(item));
  return [
    `Partager ces informations avec «\u00a0${notice.service}\u00a0» (${notice.provider})\u202f?`,
    `${notice.service} s’en servira pour ${notice.purpose}, et pour rien d’autre.`,
    `Informations partagées\u00a0: ${sentence(agreed)}.`,
    ...(refused.length > 0 ? [`Informations non partagées\u00a0: ${sentence(refused)}.`] : []),
    `Durée\u00a0: ${notice.months} mois. Responsable\u00a0: ${notice.controller}.`,
    "Pour changer d’avis\u00a0: à tout moment, dans «\u00a0Mes données\u00a0».",
    notice.refusal,
  ].join("\n");
}
