import { connection } from "next/server";
import { sql } from "../../database";

export default async function PageWithOneQuery() {
  await connection();
  const rows = await sql`select reference, status, created_at from requests order by id limit 10`;
  return (
    <ul>
      {rows.map(({ reference, status }) => (
        <li key={reference}>
          {reference} {status}
        </li>
      ))}
    </ul>
  );
}
