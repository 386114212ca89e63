import "server-only";
import { eq } from "drizzle-orm";
import { agents } from "@/db/schema/organisations";
import { type Context, read } from "@/lib/context";
import { signature } from "../model";

/** How an agent signs what residents read: « Karim H. » */
export async function findSignature(ctx: Context, agentId: string) {
  const [agent] = await read(ctx, (db) =>
    db
      .select({ givenName: agents.givenName, familyName: agents.familyName })
      .from(agents)
      .where(eq(agents.id, agentId)),
  );
  return agent ? signature(agent.givenName, agent.familyName) : "Un agent";
}
