import * as z from "zod";
import { FILE_TYPES } from "./model";

/** What a signed upload token says: who may send what, where, until when. */
export const uploadGrant = z.object({
  ownerKind: z.enum(["visitor", "resident", "agent"]),
  ownerId: z.string().min(1),
  requestId: z.uuid(),
  fieldId: z.string().min(1).max(200),
  accept: z.array(z.enum(FILE_TYPES)).min(1),
  maxBytes: z.int().positive(),
  /** Milliseconds since 1970. */
  expiresAt: z.int(),
});

export type UploadGrant = z.infer<typeof uploadGrant>;

/** A browser, or a link, may say anything. */
export const isFileId = (id: string) => z.uuid().safeParse(id).success;
