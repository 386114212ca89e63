/** What a service may ask of a person, each with its reason; a scope opens the claims of its items. */
export const DATA_ITEMS = [
  {
    id: "identity",
    label: "Nom et prénom",
    scope: "profile",
    claims: ["name", "given_name", "family_name"],
  },
  {
    id: "birthdate",
    label: "Date de naissance et civilité",
    scope: "profile",
    claims: ["birthdate", "gender"],
  },
  { id: "email", label: "Courriel", scope: "email", claims: ["email", "email_verified"] },
  {
    id: "phone",
    label: "Téléphone",
    scope: "phone",
    claims: ["phone_number", "phone_number_verified"],
  },
  { id: "address", label: "Adresse", scope: "address", claims: ["address"] },
  { id: "household", label: "Enfants du foyer", scope: "household", claims: ["household"] },
] as const;

export type DataItemId = (typeof DATA_ITEMS)[number]["id"];

export const NEEDS = ["none", "optional", "required"] as const;
export type Need = (typeof NEEDS)[number];

export const NEED_LABELS: Record<Need, string> = {
  none: "Pas demandé",
  optional: "Facultatif",
  required: "Nécessaire",
};

/** What is asked, item by item, and why; without what is not asked. */
export type Asked = Partial<Record<DataItemId, { need: Exclude<Need, "none">; why: string }>>;

export const itemsAsked = (asked: Asked) =>
  DATA_ITEMS.flatMap((item) => {
    const { need, why } = asked[item.id] ?? {};
    return need && why ? [{ ...item, required: need === "required", why }] : [];
  });

/** Always `openid`, then what the items need. */
export const scopesAsked = (asked: Asked) => [
  "openid" as const,
  ...new Set(itemsAsked(asked).map(({ scope }) => scope)),
];

/** The reason of each scope, as the registration keeps it. */
export const justificationsOf = (asked: Asked) =>
  Object.fromEntries(
    scopesAsked(asked)
      .map((scope) => [
        scope,
        itemsAsked(asked)
          .filter((item) => item.scope === scope)
          .map(({ label, why }) => `${label}\u00a0: ${why}`)
          .join(" "),
      ])
      .filter(([, why]) => why !== ""),
  );
