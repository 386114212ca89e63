const NBSP = "\u00a0";
const whole = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

/** « 1 421 » */
export const formatCount = (count: number) => whole.format(count);

const exact = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 6 });

/** « 1 421,5 »: a measure, with the decimals it has. */
export const formatNumber = (value: number) => exact.format(value);

const euros = new Intl.NumberFormat("fr-FR", {
  style: "currency",
  currency: "EUR",
  trailingZeroDisplay: "stripIfInteger",
});

/** « 1 250,50 € », « 12 € » */
export const formatEuros = (value: number) => euros.format(value);

/** « 1 000+ » past the number that was worth counting. */
export const formatCapped = (count: number, cap: number) =>
  count > cap ? `${formatCount(cap)}+` : formatCount(count);

/** A share between 0 and 1: « 8,8 % » */
export const formatPercent = (share: number) => `${oneDecimal.format(share * 100)}${NBSP}%`;

const UNITS = ["octets", "ko", "Mo", "Go"] as const;

/** A size in bytes: « 240 ko », « 1,8 Mo ». Thousands, as systems show them to people. */
export function formatBytes(bytes: number) {
  const steps = [1, 1e3, 1e6, 1e9];
  const index = bytes < 1e3 ? 0 : bytes < 999_500 ? 1 : bytes < 999_950_000 ? 2 : 3;
  const size = bytes / (steps[index] ?? 1);
  const format = index < 2 ? whole : oneDecimal;
  const unit = index === 0 && bytes < 2 ? "octet" : UNITS[index];
  return `${format.format(size)}${NBSP}${unit}`;
}

/** A number and its noun, « 1 demande », « 2 demandes »; in French 0 and 1 are singular. */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)}${NBSP}${Math.abs(count) < 2 ? one : many}`;

/** « 5 jours ouvrés », « 1 jour », « 2 mois » */
export function formatDelay(count: number, unit: "days" | "working-days" | "months" = "days") {
  if (unit === "months") return plural(count, "mois", "mois");
  return unit === "days" ? plural(count, "jour") : plural(count, "jour ouvré", "jours ouvrés");
}

const DAYS_IN_A_MONTH = 30;

/** A legal delay kept in days: 60 is « 2 mois », 45 « 45 jours » */
export const formatLegalDelay = (days: number) =>
  days % DAYS_IN_A_MONTH === 0 ? formatDelay(days / DAYS_IN_A_MONTH, "months") : formatDelay(days);
