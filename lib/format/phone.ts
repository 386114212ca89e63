const NBSP = "\u00a0";

const digitsOf = (phone: string) =>
  phone.replace(/[\s.\-()]/g, "").replace(/^(\+|00)33(0(?=\d{9}$))?/, "0");

/** « 04 78 12 34 56 »; a short or a foreign number stays as it was written. */
export function formatPhone(phone: string) {
  const digits = digitsOf(phone);
  return /^0\d{9}$/.test(digits) ? (digits.match(/\d\d/g) ?? []).join(NBSP) : phone.trim();
}

/** For `href`: tel:+33478123456 */
export function phoneHref(phone: string) {
  const digits = digitsOf(phone);
  return `tel:${/^0\d{9}$/.test(digits) ? `+33${digits.slice(1)}` : digits}`;
}
