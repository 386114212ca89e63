const TIMES = 10;

/** What opens and closes a door, and what the driver asks when it connects. */
const NOT_OF_THE_PAGE =
  "^\\s*(begin|commit|rollback|set |select\\s+set_config|select pg_stat)|pg_catalog";

/** Queries of one page, by pg_stat_statements, besides the three statements that each door costs. */
export async function countQueries(sql, { url, requests: [{ headers }] }) {
  const ask = () => fetch(url, { headers, redirect: "manual" }).then((answer) => answer.text());
  await ask();
  await sql`select pg_stat_statements_reset()`;
  for (let n = 0; n < TIMES; n++) await ask();
  const [row] = await sql`
    select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
    where dbid = (select oid from pg_database where datname = current_database())
      and toplevel and query !~* ${NOT_OF_THE_PAGE}`;
  return row.calls / TIMES;
}
