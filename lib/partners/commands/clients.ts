import "server-only";
import { randomBytes } from "node:crypto";
import { system } from "@/lib/auth/actor";
import { unseal } from "@/lib/auth/secrets";
import { registerClient } from "@/lib/connect/commands/register-client";
import type { ClientSettings } from "@/lib/connect/model";
import { findClient } from "@/lib/connect/queries";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import type { Notice } from "@/lib/consents/model";
import { type Context, transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { FieldErrors, Values } from "@/lib/result";
import { type Asked, itemsAsked, justificationsOf, scopesAsked } from "../model/data-items";
import { getClient } from "../queries/clients";
import { getMember } from "../queries/members";
import { type ClientForm, clientInput, readAsked } from "../schemas";

type Body = { id: string; name: string };
const CONSENT_MONTHS = 12;

/** Origins that are ours: no partner's service lives there. */
export const ourOrigins = () =>
  [env().PORTAL_URL, env().CONNECT_URL].map((url) => new URL(url).origin);

export const noticeOf = (
  body: Body,
  { name, purpose, refusal }: ClientForm,
  asked: Asked,
): Notice => ({
  service: name,
  provider: body.name,
  controller: body.name,
  purpose: purpose.replace(/\.$/, ""),
  months: CONSENT_MONTHS,
  refusal,
  items: itemsAsked(asked).map(({ id, label, claims, required, why }) => ({
    id,
    label,
    claims,
    required,
    why,
  })),
});

const settingsOf = (form: ClientForm, asked: Asked): ClientSettings => ({
  redirectUris: form.redirectUris,
  postLogoutRedirectUris: form.postLogoutRedirectUris,
  scopes: scopesAsked(asked),
  alg: form.alg,
  authentication: form.authentication,
  justifications: justificationsOf(asked),
  ...(form.backchannelLogoutUri ? { backchannelLogoutUri: form.backchannelLogoutUri } : {}),
  ...(form.jwksUri && form.authentication === "private_key_jwt" ? { jwksUri: form.jwksUri } : {}),
  ...(form.homepage ? { homepage: form.homepage } : {}),
  ...(form.logo ? { logo: form.logo } : {}),
});

const NOTHING_ASKED =
  "Demandez au moins une information, sinon la connexion ne dit rien à votre service";

/** The form of a service, checked as a whole: every error at once. */
function readClient(values: Values, environment: "sandbox" | "production") {
  const parsed = clientInput(environment, ourOrigins()).safeParse(values);
  const { asked, errors } = readAsked(values);
  const fields: FieldErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) fields[path.join(".")] ??= message;
  Object.assign(fields, errors);
  if (Object.keys(asked).length === 0) fields["besoin.identity"] = NOTHING_ASKED;
  if (!parsed.success || Object.keys(fields).length > 0) throw invalid(fields);
  return { form: parsed.data, asked };
}

export const newId = (environment: "sandbox" | "production") =>
  `${environment === "sandbox" ? "essai" : "service"}-${randomBytes(9).toString("hex")}`;

export const newSecret = () => randomBytes(32).toString("base64url");

/** Whether this way of proving who it is needs a secret. */
const hasSecret = ({ authentication }: Pick<ClientForm, "authentication">) =>
  authentication.startsWith("client_secret");

/** A service in the sandbox, usable at once; returns its id. */
export async function createClient(ctx: Context, body: Body, values: Values) {
  const { form, asked } = readClient(values, "sandbox");
  const id = newId("sandbox");
  await transaction(ctx, async (ctx) => {
    await getMember(ctx, body.id);
    await registerClient(ctx, {
      id,
      name: form.name,
      sector: id,
      environment: "sandbox",
      organisationId: body.id,
      secret: hasSecret(form) ? newSecret() : null,
      settings: settingsOf(form, asked),
    });
    await recordEvent(ctx, "partner.create-client", body.id, { clientId: id });
  });
  await publishNotice(system("partners"), id, noticeOf(body, form, asked));
  return id;
}

/** Changes a service of the sandbox; in production, its addresses and scopes are those that were reviewed. */
export async function updateClient(ctx: Context, body: Body, id: string, values: Values) {
  const { form, asked } = readClient(values, "sandbox");
  await transaction(ctx, async (ctx) => {
    await getMember(ctx, body.id);
    await getClient(ctx, body.id, id);
    const known = await findClient(id, ctx);
    if (known?.environment !== "sandbox") throw forbidden();
    const secret = known.secret ? unseal("client-secret", known.secret) : newSecret();
    await registerClient(ctx, {
      id,
      name: form.name,
      sector: known.sector,
      environment: "sandbox",
      organisationId: body.id,
      secret: hasSecret(form) ? secret : null,
      settings: settingsOf(form, asked),
    });
    await recordEvent(ctx, "partner.update-client", body.id, { clientId: id });
  });
  await publishNotice(system("partners"), id, noticeOf(body, form, asked));
}
