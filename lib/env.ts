import * as z from "zod";

const url = (fallback: string) =>
  z.url("doit être une adresse complète (https://…)").default(fallback);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DEMO: z.enum(["0", "1"]).default("0"),
  PORTAL_URL: url("http://127.0.0.1:3000"),
  CONNECT_URL: url("http://localhost:3000"),
  /** The demo partner; only its registration uses it. */
  PASS_URBAIN_URL: url("http://127.0.0.1:3001"),
  /** FranceConnect v2, as its partners' space gives them; without them there is no button. */
  FRANCECONNECT_ISSUER: z.url("doit être une adresse complète (https://…)").optional(),
  FRANCECONNECT_CLIENT_ID: z.string().min(1).optional(),
  /** What they were told to sign with. */
  FRANCECONNECT_ALG: z.enum(["ES256", "RS256"], "doit être ES256 ou RS256").default("ES256"),
  FRANCECONNECT_CLIENT_SECRET: z.string().min(16, "16 caractères au moins").optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "doit commencer par postgres://" }),
  DATA_DIR: z.string().default(".data"),
  /** Signs cookies and tokens, and encrypts what is secret at rest; the same on every instance. */
  SECRET: z.string("est nécessaire").min(32, "32 caractères au moins"),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "doit commencer par smtp:// ou smtps://" }),
  MAIL_FROM: z.string().default("Le Guichet <ne-pas-repondre@guichet.example>"),
  METRICS_TOKEN: z.string().min(16, "16 caractères au moins").optional(),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number().int().default(3310),
  GEOCODERS: z.string().default("embedded"),
  PORTAL_NAME: z.string().default("Le Guichet"),
  ACCOUNT_NAME: z.string().default("GrandLyon Connect"),
  /** Without a sign-in for so long, an account is closed, after warnings (décret 2009-730: 36). */
  ACCOUNT_INACTIVITY_MONTHS: z.coerce.number().int().min(12, "12 au moins").default(36),
  /** Whoever starts to work for an organisation adds a passkey or an application of codes within so many days. */
  SECOND_PROOF_GRACE_DAYS: z.coerce.number().int().min(0).default(14),
  LOG_LEVEL: z.string().default("info"),
});

export type Env = z.output<typeof schema>;

const NEEDED_IN_PRODUCTION = ["PORTAL_URL", "CONNECT_URL", "MAIL_FROM"] as const;

/** Good defaults for a demo, wrong ones for a real installation. */
const missingInProduction = (given: NodeJS.ProcessEnv) =>
  given.NODE_ENV === "production" && given.DEMO !== "1"
    ? NEEDED_IN_PRODUCTION.filter((name) => !given[name]).map((name) => `${name}: est nécessaire`)
    : [];

const FRANCECONNECT = [
  "FRANCECONNECT_ISSUER",
  "FRANCECONNECT_CLIENT_ID",
  "FRANCECONNECT_CLIENT_SECRET",
] as const;

/** All three or none; over plain http only where there is a demo. */
function wrongFranceConnect(given: NodeJS.ProcessEnv) {
  const there = FRANCECONNECT.filter((name) => given[name]);
  if (there.length === 0) return [];
  const missing = FRANCECONNECT.filter((name) => !given[name]);
  const isReal = given.NODE_ENV === "production" && given.DEMO !== "1";
  const isPlain = isReal && given.FRANCECONNECT_ISSUER?.startsWith("http:");
  return [
    ...missing.map((name) => `${name}: est nécessaire avec les autres FRANCECONNECT_…`),
    ...(isPlain ? ["FRANCECONNECT_ISSUER: doit commencer par https://"] : []),
  ];
}

/** One line per missing or wrong variable, by its name; or the checked environment. */
export function checkEnv(given: NodeJS.ProcessEnv): Env | string[] {
  const parsed = schema.safeParse(given);
  const wrong = parsed.error?.issues.map((i) => `${i.path.join(".")}: ${i.message}`) ?? [];
  const problems = [...wrong, ...missingInProduction(given), ...wrongFranceConnect(given)];
  if (!parsed.success || problems.length > 0) return problems;
  const { PORTAL_URL, CONNECT_URL } = parsed.data;
  return new URL(PORTAL_URL).host === new URL(CONNECT_URL).host
    ? ["CONNECT_URL: doit avoir un autre nom d’hôte que PORTAL_URL"]
    : parsed.data;
}

let checked: Env | undefined;

/** The environment, checked at first use. Throws when it is not complete. */
export function env(): Env {
  if (checked) return checked;
  const outcome = checkEnv(process.env);
  if (Array.isArray(outcome)) throw new Error(outcome.join("\n"));
  checked = outcome;
  return checked;
}
