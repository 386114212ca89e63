import "server-only";
import * as z from "zod";
import { storage } from "@/lib/integrations/storage";
import { defineJob } from "@/lib/job";
import { purgeFiles } from "./commands/purge";
import { checkForVirus } from "./commands/scan";

export const scanFile = defineJob("files.scan", z.object({ fileId: z.uuid() }), checkForVirus);

/** The key is random: it says nothing about anybody. */
export const eraseFile = defineJob(
  "files.erase",
  z.object({ storageKey: z.string() }),
  (_, { storageKey }) => storage.remove(storageKey),
);

/** Every hour. */
export const purgeUnattached = defineJob("files.purge", z.unknown(), purgeFiles);
