/** « 40 secondes », « 2 minutes »: how long to wait, rounded up. */
export function formatWait(seconds: number) {
  const [count, unit] = seconds < 60 ? [seconds, "seconde"] : [Math.ceil(seconds / 60), "minute"];
  return `${count}\u00a0${unit}${count > 1 ? "s" : ""}`;
}
