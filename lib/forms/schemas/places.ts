import * as z from "zod";
import { DEFAULT_ACCEPT, DEFAULT_MAX_BYTES, FILE_TYPES } from "@/lib/files/model";
import { question } from "./common";

/** `metropole`: one of its 58 communes, from a list. `anywhere`: its name, as the person writes it. */
export const commune = z.strictObject({
  ...question,
  type: z.literal("commune"),
  within: z.enum(["metropole", "anywhere"]).default("metropole"),
});

export const address = z.strictObject({ ...question, type: z.literal("address") });

export const file = z.strictObject({
  ...question,
  type: z.literal("file"),
  accept: z
    .array(z.enum(FILE_TYPES))
    .min(1)
    .default([...DEFAULT_ACCEPT]),
  /** Of each file. */
  maxBytes: z
    .int()
    .positive()
    .max(5 * DEFAULT_MAX_BYTES)
    .default(DEFAULT_MAX_BYTES),
  maxCount: z.int().positive().max(20).default(1),
});

/** Where something is, runs or spreads: on a map, by its coordinates, or, for a point, by an address in words. */
export const map = z.strictObject({
  ...question,
  type: z.literal("map"),
  geometry: z.enum(["point", "line", "polygon"]).default("point"),
});
