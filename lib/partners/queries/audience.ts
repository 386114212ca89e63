import "server-only";
import { sql } from "drizzle-orm";
import { system } from "@/lib/auth/actor";
import { read } from "@/lib/context";
import { mayEnter, type Visitor } from "../model/audience";

const PORTAL_SECTOR = "portal";

/** May this account sign in to this client? A client that is not there lets nobody in. */
export async function mayAccountEnter(accountId: string, clientId: string) {
  const [visitor] = await read(system("connect"), (db) =>
    db.execute<Visitor>(sql`
      select c.environment, c.organisation_id as "organisationId", t.organisation_id as "testOf",
        exists (
          select from partner_members m join residents r on r.id = m.resident_id
          join pairwise_subjects s on s.sub::text = r.sub and s.sector = ${PORTAL_SECTOR}
          where m.organisation_id = c.organisation_id and s.account_id = ${accountId}::uuid
        ) as "isMember"
      from oidc_clients c left join test_residents t on t.account_id = ${accountId}::uuid
      where c.id = ${clientId}`),
  );
  return visitor !== undefined && mayEnter(visitor);
}
