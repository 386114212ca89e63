const RESIDENTS = 10_000;
const REQUESTS = 50_000;

/** Ten thousand residents and fifty thousand requests in every state, spread over the demo's procedures. */
export async function generate(sql) {
  await sql`create table if not exists bench_floor (id bigserial primary key, said text, at timestamptz default now())`;
  await sql`
    insert into residents (sub, email, given_name, family_name)
    select 'bench-' || n, 'bench-' || n || '@exemple.fr', 'Camille', 'Exemple ' || n
    from generate_series(1, ${RESIDENTS}) n`;
  await sql`
    with person as (
      select id, email, row_number() over () - 1 as n from residents where sub like 'bench-%'
    ), provider as (
      select p.*, row_number() over () - 1 as n, count(*) over () as total
      from procedure_providers p where p.form_version_id is not null
    ), wanted as (
      select n, ('{submitted,received,in_review,in_review,awaiting_resident,accepted,accepted,refused,closed,closed}'::request_status[])[1 + n % 10] as status,
        now() - (n % 300) * interval '1 day' as sent
      from generate_series(0, ${REQUESTS - 1}) n
    )
    insert into requests (reference, procedure_id, provider_id, form_version_id, workflow_version_id,
      organisation_id, unit_id, resident_id, status, applicant_name, applicant_email, submitted_at,
      deadline_at, closed_at, created_at, updated_at)
    select 'BENCH-2026-' || lpad(to_hex(w.n), 6, '0'), p.procedure_id, p.id, p.form_version_id,
      p.workflow_version_id, p.organisation_id, p.unit_id, r.id, w.status, 'Camille Exemple', r.email,
      w.sent, w.sent + interval '60 days',
      case when w.n % 10 > 4 then w.sent + interval '20 days' end, w.sent, w.sent
    from wanted w
      join person r on r.n = w.n % ${RESIDENTS}
      join provider p on p.n = w.n % p.total`;
  await sql`
    insert into events (at, action, actor_kind, actor_id, subject_id)
    select submitted_at, 'request.submit', 'resident', resident_id::text, id
    from requests where reference like 'BENCH-%'`;
  await sql`vacuum analyze`;
}

const TYPED = {
  sujet: "Salle des fêtes",
  question: "Comment la réserver ?",
  "demandeur.familyName": "Exemple",
  "demandeur.givenName": "Camille",
  "demandeur.email": "camille@exemple.fr",
  reponse: "courriel",
};

/** Complete drafts of one resident, ready to be sent; returns their references. */
export async function createDrafts(sql, email, count, prefix) {
  const rows = await sql`
    insert into requests (reference, typed, resident_id, procedure_id, provider_id, form_version_id,
      workflow_version_id, organisation_id, unit_id, draft_expires_at)
    select ${prefix} || '-2026-' || lpad(to_hex(n), 6, '0'), ${sql.json(TYPED)}, r.id, p.procedure_id,
      p.id, p.form_version_id, p.workflow_version_id, p.organisation_id, p.unit_id,
      now() + interval '30 days'
    from generate_series(1, ${count}) n, procedure_providers p
      join procedures on procedures.id = p.procedure_id
      join organisations o on o.id = p.organisation_id, residents r
    where procedures.slug = 'demande-information' and o.code = 'BRON' and r.email = ${email}
    returning reference`;
  return rows.map(({ reference }) => reference);
}
