/** An exact number: so many units of 10^-scale. */
type Decimal = { units: bigint; scale: number };

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;
/** Past 15 digits, two amounts that differ are the same number. */
const MOST = 1e15;
/** Decimals kept of a division. */
const DECIMALS = 12;

function decimalOf(value: number): Decimal | null {
  const [, sign, whole = "", part = "", exponent = "0"] =
    Math.abs(value) < MOST ? (WRITTEN.exec(String(value)) ?? []) : [];
  if (!whole) return null;
  const scale = part.length - Number(exponent);
  const units = BigInt(`${sign}${whole}${part}`);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

const atScale = ({ units, scale }: Decimal, wanted: number) =>
  units * 10n ** BigInt(wanted - scale);

/** Half goes away from zero, as on an invoice. */
function quotient(above: bigint, below: bigint): bigint {
  const isNegative = above < 0n !== below < 0n;
  const [a, b] = [above < 0n ? -above : above, below < 0n ? -below : below];
  const rounded = (2n * a + b) / (2n * b);
  return isNegative ? -rounded : rounded;
}

const numberOf = (units: bigint, scale: number): number | null => {
  const value = Number(`${units}e-${scale}`) + 0;
  return Math.abs(value) < MOST ? value : null;
};

const floored = (a: bigint, b: bigint) => (a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b);

/**
 * `0.1 + 0.2` is 0.3: computed in decimal, as amounts of money are. A division keeps 12 decimals; nothing comes of a
 * division by zero, nor past 15 digits. `%` has the sign of what divides, as in Python.
 */
export function compute(op: "+" | "-" | "*" | "/" | "%", left: number, right: number) {
  const [a, b] = [decimalOf(left), decimalOf(right)];
  if (!a || !b) return null;
  if (op === "*") return numberOf(a.units * b.units, a.scale + b.scale);
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [atScale(a, scale), atScale(b, scale)];
  if (op === "+") return numberOf(x + y, scale);
  if (op === "-") return numberOf(x - y, scale);
  if (y === 0n) return null;
  if (op === "%") return numberOf(x - y * floored(x, y), scale);
  return numberOf(quotient(x * 10n ** BigInt(DECIMALS), y), DECIMALS);
}

/** To so many decimals (0 to 12), half away from zero. */
export function round(value: number, places = 0): number | null {
  const exact = decimalOf(value);
  if (!exact || places < 0 || places > DECIMALS) return null;
  if (exact.scale <= places) return value + 0;
  return numberOf(quotient(exact.units, 10n ** BigInt(exact.scale - places)), places);
}
