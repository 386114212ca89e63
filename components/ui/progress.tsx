/** `labelledBy` is the id of the sentence that says the same: « Envoi en cours : 62 % ». */
export function Progress({ value, labelledBy }: { value: number; labelledBy: string }) {
  return <progress value={value} max={100} aria-labelledby={labelledBy} />;
}
