import type { ErrorCode } from "./error-codes";
import { ENGLISH } from "./error-codes-english";
import { FRENCH } from "./error-codes-french";

export const describeError = (code: ErrorCode) => ({ fr: FRENCH[code], en: ENGLISH[code] });
