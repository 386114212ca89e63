import * as z from "zod";
import { template } from "@/lib/expressions/schemas";
import { name } from "../names";
import { common } from "./common";

/** To another status at once; what comes after it in the list is not done. */
const jump = z.strictObject({ ...common, type: z.literal("jump"), to: name });

/** What says who it is about goes; figures stay. `account`: it leaves the resident's account too. */
const anonymise = z.strictObject({
  ...common,
  type: z.literal("anonymise"),
  keepsAccount: z.boolean().default(false),
});

/** The request goes, with all that hangs on it; the log keeps that it was there. */
const remove = z.strictObject({ ...common, type: z.literal("delete") });

/** Where the browser of whoever acts goes next, instead of the request's page. */
const redirect = z.strictObject({ ...common, type: z.literal("redirect"), url: template });

export const ENDING = [jump, anonymise, remove, redirect] as const;
