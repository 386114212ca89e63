export const AUDIENCES = ["individuals", "companies", "associations"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const CATEGORIES = [
  "children",
  "housing",
  "papers",
  "streets",
  "waste",
  "mobility",
  "contact",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How an organisation provides a procedure: treated here, or a link to its own site. */
export const PROVISION_MODES = ["here", "link"] as const;
export type ProvisionMode = (typeof PROVISION_MODES)[number];

/** What the administration's silence means once the legal delay is over (CRPA L231-1, L231-4). */
export const SILENCES = ["acceptance", "refusal", "none"] as const;
export type Silence = (typeof SILENCES)[number];

/** What a procedure's page says besides its figures. */
export type ProcedureContent = {
  /** For whom, in one or two sentences. */
  audience: string;
  /** When to ask, if there is a time for it: « 15 jours avant, au plus tard ». */
  deadline?: string;
  papers: { title: string; note?: string }[];
  /** What happens once it is sent, step by step. */
  next: string[];
  remedies: string;
  /** How long the request is kept, and why. */
  retention: string;
};

export const CATEGORY_LABELS: Record<Category, string> = {
  children: "Enfance et école",
  housing: "Se loger, déménager",
  papers: "Papiers et état civil",
  streets: "Rue et cadre de vie",
  waste: "Déchets et tri",
  mobility: "Se déplacer",
  contact: "Poser une question, réclamer",
};

export const AUDIENCE_LABELS: Record<Audience, string> = {
  individuals: "Particuliers",
  companies: "Entreprises",
  associations: "Associations",
};

/** An organisation that answers a need, and how. */
export type Provision = {
  id: string;
  mode: ProvisionMode;
  linkUrl: string | null;
  durationMinutes: number;
  price: string;
  isOpenToAnonymous: boolean;
  /** Asks for an identity certified by FranceConnect. */
  asksForCertified: boolean;
  organisation: {
    slug: string;
    name: string;
    kind: "metropole" | "commune" | "partner";
    insee: string | null;
  };
};

/** Where the person is, or the organisation they want. */
export type Place = { insee?: string | undefined; organisation?: string | undefined };

export type Answer =
  /** Its form is here. */
  | { kind: "here"; provision: Provision }
  /** The organisation treats it on its own site. */
  | { kind: "link"; provision: Provision }
  /** Only communes provide it: which one? */
  | { kind: "ask" }
  /** Neither that commune nor the Métropole provides it yet. */
  | { kind: "none" };

/**
 * Who answers this need: the organisation asked for, else the commune where the person is, else the
 * Métropole, which serves everybody.
 */
export function answerOf(provisions: readonly Provision[], { insee, organisation }: Place): Answer {
  const provision = organisation
    ? provisions.find((p) => p.organisation.slug === organisation)
    : (provisions.find((p) => insee !== undefined && p.organisation.insee === insee) ??
      provisions.find((p) => p.organisation.kind === "metropole"));
  if (provision) return { kind: provision.mode, provision };
  return insee === undefined && organisation === undefined ? { kind: "ask" } : { kind: "none" };
}

/** « lyon.fr », from the address of a form on an organisation's own site. */
export const siteOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");
