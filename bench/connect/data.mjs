export const ACCOUNTS = Number(process.env.BENCH_ACCOUNTS ?? 140_000);
export const ARTIFACTS = Number(process.env.BENCH_ARTIFACTS ?? 1_000_000);
const EXPIRED = ARTIFACTS / 40;
/** One artifact in twenty is a session: when it runs out, its end is written in its owner's journal. */
const SESSION_EVERY = 20;

export const emailOf = (n) => `compte-${n}@exemple.fr`;

/** Without its indexes, which are made again after: four times as quick. */
async function withoutIndexes(sql, table, fill) {
  const indexes = await sql`
    select c.relname as name, pg_get_indexdef(c.oid) as made
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisprimary`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await fill();
  for (const { made } of indexes) await sql.unsafe(made);
}

/** Accounts that have the password of the demo, and artifacts of theirs: tokens, grants and sessions. */
export async function generate(sql) {
  await sql`
    insert into accounts (email, email_verified_at, password_hash, given_name, family_name, birthdate,
      address, phone, terms_accepted_at)
    select 'compte-' || n || '@exemple.fr', now(), a.password_hash, 'Camille', 'Exemple ' || n, a.birthdate,
      a.address, a.phone, now()
    from accounts a, generate_series(1, ${ACCOUNTS}) n where a.email = 'usager.bron@exemple.fr'`;
  await withoutIndexes(
    sql,
    "oidc_artifacts",
    () => sql`
    with account as (
      select id, row_number() over () as rank from accounts where email like 'compte-%'
    )
    insert into oidc_artifacts (model, id, payload, grant_id, uid, account_id, client_id, expires_at)
    select kind.model, encode(sha256(('artifact-' || n)::bytea), 'hex'),
      jsonb_build_object('kind', kind.model, 'accountId', account.id, 'clientId', 'pass-urbain',
        'scope', 'openid profile email', 'iat', 1790000000 + n, 'filler', repeat('x', 300)),
      case when kind.model <> 'Session' then 'bench.' || (n / 4) end,
      case when kind.model = 'Session' then 'bench-' || n end,
      account.id, 'pass-urbain',
      now() + interval '12 hours'
    from generate_series(1, ${ARTIFACTS}) n
      join account on account.rank = 1 + n % ${ACCOUNTS},
      lateral (select case when n % ${SESSION_EVERY} = 0 then 'Session' when n % 4 = 0 then 'Grant'
        when n % 4 = 1 then 'RefreshToken' else 'AccessToken' end as model) kind`,
  );
  await sql`vacuum analyze`;
}

/** One in forty ran out two hours ago, while nothing was removed: what runs out in twenty minutes. */
export const expireSome = (sql) => sql`
  update oidc_artifacts set expires_at = now() - interval '2 hours'
  where (model, id) in (
    select kind, encode(sha256(('artifact-' || n)::bytea), 'hex')
    from generate_series(1, ${EXPIRED}) n, unnest('{AccessToken,RefreshToken,Grant,Session}'::text[]) kind)`;

/** Those that are still there. */
export async function countExpired(sql) {
  const [row] = await sql`
    select count(*)::int as n from oidc_artifacts where expires_at < now() - interval '90 minutes'`;
  return row.n;
}
