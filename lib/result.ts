/** What was typed in a form, by control name. */
export type Values = Record<string, string>;

/** One sentence per control that says what to do; `root` is about the form as a whole. */
export type FieldErrors = Record<string, string>;

/** What a form shows when it comes back: what was typed, and what is wrong with it. */
export type Posted = { values: Values; errors: FieldErrors };

export const NOTHING_POSTED: Posted = { values: {}, errors: {} };
