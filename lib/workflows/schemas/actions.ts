import * as z from "zod";
import { CALLING } from "./actions/call";
import { CHANGING } from "./actions/change";
import { ENDING } from "./actions/end";
import { MAKING } from "./actions/make";
import { TELLING } from "./actions/tell";

/** What is done when a status is entered or left, or with a transition. */
export const action = z.discriminatedUnion("type", [
  ...TELLING,
  ...CHANGING,
  ...CALLING,
  ...MAKING,
  ...ENDING,
]);

export const actions = z.array(action).max(100);

export type Action = z.infer<typeof action>;
export type ActionOf<T extends Action["type"]> = Extract<Action, { type: T }>;
