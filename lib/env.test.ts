import { expect, test } from "vitest";
import { checkEnv } from "./env";

const complete = {
  NODE_ENV: "production",
  PORTAL_URL: "https://guichet.example",
  CONNECT_URL: "https://compte.example",
  DATABASE_URL: "postgres://guichet@db/guichet",
  SECRET: "0123456789abcdef0123456789abcdef",
  SMTP_URL: "smtp://mail.example:587",
  MAIL_FROM: "Le Guichet <ne-pas-repondre@guichet.example>",
} as const;

const franceConnect = {
  FRANCECONNECT_ISSUER: "https://oidc.franceconnect.gouv.fr/api/v2",
  FRANCECONNECT_CLIENT_ID: "a-client",
  FRANCECONNECT_CLIENT_SECRET: "a-secret-long-enough",
};

const without = (name: keyof typeof complete) => ({ ...complete, [name]: undefined });

test("a complete environment is accepted, with its defaults", () => {
  expect(checkEnv(complete)).toMatchObject({ ...complete, GEOCODERS: "embedded" });
});

test.each([
  ["DATABASE_URL", without("DATABASE_URL")],
  ["SECRET", without("SECRET")],
  ["SMTP_URL", without("SMTP_URL")],
  ["PORTAL_URL", without("PORTAL_URL")],
  ["CONNECT_URL", without("CONNECT_URL")],
  ["MAIL_FROM", without("MAIL_FROM")],
  ["DATABASE_URL", { ...complete, DATABASE_URL: "mysql://db/guichet" }],
  ["SECRET", { ...complete, SECRET: "short" }],
  ["PORTAL_URL", { ...complete, PORTAL_URL: "guichet.example" }],
  ["METRICS_TOKEN", { ...complete, METRICS_TOKEN: "short" }],
  ["CONNECT_URL", { ...complete, CONNECT_URL: "https://guichet.example/compte" }],
  [
    "FRANCECONNECT_CLIENT_SECRET",
    { ...complete, ...franceConnect, FRANCECONNECT_CLIENT_SECRET: undefined },
  ],
  ["FRANCECONNECT_ISSUER", { ...complete, ...franceConnect, FRANCECONNECT_ISSUER: undefined }],
  [
    "FRANCECONNECT_ISSUER",
    { ...complete, ...franceConnect, FRANCECONNECT_ISSUER: "http://fc.example" },
  ],
])("%s names itself when it is missing or wrong", (name, given) => {
  const problems = checkEnv(given);
  expect(problems).toHaveLength(1);
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
});

test("FranceConnect is accepted whole", () => {
  expect(checkEnv({ ...complete, ...franceConnect })).toMatchObject(franceConnect);
});

test("a demo finds its own addresses", () => {
  const demo = { ...complete, DEMO: "1", PORTAL_URL: undefined, CONNECT_URL: undefined };
  expect(checkEnv(demo)).toMatchObject({ PORTAL_URL: "http://127.0.0.1:3000" });
});
