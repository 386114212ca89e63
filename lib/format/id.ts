/** RFC 9562, as PostgreSQL writes it: what else has 36 signs, PostgreSQL refuses to look for. */
export const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const whole = new RegExp(`^${UUID}$`);

/** Was it written by us? Addresses and forms may say anything. */
export const isUuid = (text: string) => whole.test(text);

/** As `toISOString` writes one of this age or the next. */
export const INSTANT = "[12]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
