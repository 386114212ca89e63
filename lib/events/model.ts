/** Everything that can be recorded: `noun.verb`. Add yours, sorted. */
export const ACTIONS = [
  "account.create",
  "request.answer",
  "request.start",
  "request.submit",
] as const;

export type Action = (typeof ACTIONS)[number];
