/** What a person typed so far, as the browser posts it: flat dotted names, several values for a multiple choice. */
export type Typed = Record<string, string | string[]>;

/** Checked answers of a submitted request, by field id. */
export type Answers = Record<string, unknown>;
