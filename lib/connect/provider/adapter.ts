import "server-only";
import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import { oidcArtifacts } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { statement, transaction } from "@/lib/context";
import { isTokenModel } from "../queries/tokens";
import { findHeld, pendingWrites, told } from "./call";
import { findClientMetadata, metadataOf } from "./clients";
import { writeCall } from "./writes";

const provider = system("connect");

/** What the browser or the client holds is never stored; a grant's id is no secret and is looked up by prefix. */
const artifactId = (model: string, id: string) => (model === "Grant" ? id : hashToken(id));

/** NUL and half characters, which neither the protocol (RFC 6749 appendix A) nor PostgreSQL takes. */
const IMPOSSIBLE = /\\u0000|\\ud[89a-f]/;

/** The payload without the secrets it repeats. */
function kept({ jti: _, ...payload }: AdapterPayload): Record<string, unknown> {
  if (IMPOSSIBLE.test(JSON.stringify(payload)))
    throw new errors.InvalidRequest("parameters contain characters that are not allowed");
  if (!payload.session) return payload;
  const { cookie: _cookie, ...session } = payload.session;
  return { ...payload, session };
}

const PAYLOAD = {
  payload: oidcArtifacts.payload,
  consumedAt: oidcArtifacts.consumedAt,
};

type Row = { payload: Record<string, unknown>; consumedAt: Date | null };

const asPayload = ({ payload, consumedAt }: Row, jti?: string): AdapterPayload => ({
  ...payload,
  ...(jti === undefined ? {} : { jti }),
  ...(consumedAt ? { consumed: Math.floor(consumedAt.getTime() / 1000) } : {}),
});

/** The provider's storage in PostgreSQL. */
class ArtifactAdapter implements Adapter {
  constructor(private readonly model: string) {}

  private named(id: string) {
    return and(
      eq(oidcArtifacts.model, this.model),
      eq(oidcArtifacts.id, artifactId(this.model, id)),
    );
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number) {
    const stored = {
      model: this.model,
      id: artifactId(this.model, id),
      payload: kept(payload),
      grantId: this.model === "Grant" ? id : (payload.grantId ?? null),
      uid: payload.uid ?? null,
      userCode: payload.userCode ?? null,
      accountId: payload.accountId ?? null,
      clientId: payload.clientId ?? null,
      expiresAt: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
    };
    const pending = pendingWrites();
    if (pending) pending.stored.push(stored);
    else await writeCall({ consumed: [], stored: [stored], accesses: [] });
  }

  async find(id: string) {
    const row = await this.row(id);
    return row ? asPayload(row, id) : undefined;
  }

  /** Of a code or a token, what it hangs on comes with it. */
  private row(id: string) {
    if (isTokenModel(this.model)) return findHeld(this.model, hashToken(id));
    return told<Row | null>(
      ({ grant }) => (this.model === "Grant" && grant?.id === id ? grant : undefined),
      () => this.where(this.named(id)),
    );
  }

  private async where(which: SQL | undefined): Promise<Row | null> {
    const [row] = await statement((db) => db.select(PAYLOAD).from(oidcArtifacts).where(which));
    return row ?? null;
  }

  async findByUid(uid: string) {
    const row = await told<Row | null>(
      ({ session }) => (this.model === "Session" && session?.uid === uid ? session : undefined),
      () => this.where(and(eq(oidcArtifacts.model, this.model), eq(oidcArtifacts.uid, uid))),
    );
    return row ? asPayload(row) : undefined;
  }

  async findByUserCode(userCode: string) {
    const row = await this.where(
      and(eq(oidcArtifacts.model, this.model), eq(oidcArtifacts.userCode, userCode)),
    );
    return row ? asPayload(row) : undefined;
  }

  /** Of parallel redemptions, one wins: in a call of a program, when it writes (`oneDoor`). */
  async consume(id: string) {
    const used = { model: this.model, id: artifactId(this.model, id) };
    const pending = pendingWrites();
    if (pending) return void pending.consumed.push(used);
    if (await writeCall({ consumed: [used], stored: [], accesses: [] })) return;
    if (this.model === "PushedAuthorizationRequest")
      throw new errors.InvalidRequestUri("request_uri was already used");
    throw new errors.InvalidGrant("already used");
  }

  async destroy(id: string) {
    await transaction(provider, ({ db }) => db.delete(oidcArtifacts).where(this.named(id)));
  }

  async revokeByGrantId(grantId: string) {
    await transaction(provider, ({ db }) =>
      db
        .delete(oidcArtifacts)
        .where(and(eq(oidcArtifacts.model, this.model), eq(oidcArtifacts.grantId, grantId))),
    );
  }
}

class ClientAdapter extends ArtifactAdapter {
  override async find(id: string) {
    const metadata = await told(
      ({ client }) => (client?.id === id ? metadataOf(client) : undefined),
      () => findClientMetadata(id),
    );
    return metadata ?? undefined;
  }
}

export class AlreadySeen extends Error {}

/** Proofs and assertions that were used: of parallel uses, one is the first. */
class ReplayAdapter extends ArtifactAdapter {
  override async upsert(id: string, payload: AdapterPayload, expiresIn = 0) {
    const expiresAt = new Date(Date.now() + expiresIn * 1000);
    const first = await transaction(provider, ({ db }) =>
      db
        .insert(oidcArtifacts)
        .values({ model: "ReplayDetection", id: hashToken(id), payload, expiresAt })
        .onConflictDoUpdate({
          target: [oidcArtifacts.model, oidcArtifacts.id],
          set: { payload, expiresAt },
          setWhere: lt(oidcArtifacts.expiresAt, sql`now()`),
        })
        .returning({ id: oidcArtifacts.id }),
    );
    if (first.length === 0) throw new AlreadySeen();
  }
}

const ADAPTERS: Record<string, typeof ArtifactAdapter> = {
  Client: ClientAdapter,
  ReplayDetection: ReplayAdapter,
};

export const adapterFor = (model: string): Adapter =>
  new (ADAPTERS[model] ?? ArtifactAdapter)(model);
