const LA_POSTE = "356000000";

const digitsOf = (text: string) => [...text].map(Number);

/** Luhn, as INSEE uses it: every second digit from the right is doubled. */
function luhn(text: string) {
  const sum = digitsOf(text)
    .reverse()
    .map((digit, rank) => (rank % 2 === 1 ? digit * 2 : digit))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return sum % 10 === 0;
}

/** « 200 046 977 00019 » as 14 digits whose key holds; null if it is no SIRET. La Poste has a key of its own. */
export function normaliseSiret(typed: string): string | null {
  const siret = typed.replace(/[\s.\u00a0\u202f-]/g, "");
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return null;
  if (luhn(siret) && luhn(siret.slice(0, 9))) return siret;
  const sum = digitsOf(siret).reduce((total, digit) => total + digit, 0);
  return siret.startsWith(LA_POSTE) && sum % 5 === 0 ? siret : null;
}

/** « 200 046 977 00019 » */
export const formatSiret = (siret: string) =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
