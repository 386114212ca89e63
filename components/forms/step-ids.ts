/** The form of a step, and the line that says when it was saved. */
export const STEP_FORM = "etape";
export const SAVED = "enregistre";
