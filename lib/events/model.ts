/** Everything that can be recorded: `noun.verb`. Add yours, sorted. */
export const ACTIONS = [
  "account.ask-email-change",
  "account.ask-reset",
  "account.change-email",
  "account.change-password",
  "account.create",
  "account.reset-password",
  "account.sign-in",
  "account.sign-up",
  "account.undo-email-change",
  "account.update-profile",
  "file.add",
  "file.attach",
  "file.expire",
  "file.remove",
  "file.scan",
  "request.answer",
  "request.start",
  "request.submit",
] as const;

export type Action = (typeof ACTIONS)[number];
