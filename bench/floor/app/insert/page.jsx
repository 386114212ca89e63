import { redirect } from "next/navigation";
import { connection } from "next/server";
import { sql } from "../../database";

async function insertRow(form) {
  "use server";
  await sql`insert into bench_floor (said) values (${String(form.get("reference"))})`;
  redirect("/");
}

export default async function InsertPage() {
  await connection();
  return (
    <form action={insertRow}>
      <input type="hidden" name="reference" value="floor" />
      <button type="submit">Insert</button>
    </form>
  );
}
