import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { purgeExpired } from "./commands/purge-expired";
import { sendLogout } from "./commands/send-logout";

export { sendLogout };

/** Sessions that ran out are ended like the others: their services are told. */
export const purgeConnect = defineJob("connect.purge", z.unknown(), (ctx) => purgeExpired(ctx));
