import { sql } from "../../../../database";
import { Cards } from "../../frame";

export const generateMetadata = async ({ params }) => ({ title: (await params).reference });

/** One query too, and 200 elements: what the size of a page costs, whatever stands behind it. */
export default async function LargePage() {
  const rows = await sql`select reference, status, created_at from requests order by id limit 10`;
  return <Cards rows={rows.map(({ reference, status }) => ({ reference, status }))} />;
}
