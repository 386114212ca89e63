/** For whoever files without an account, and might lose the page: the key to come back. */
export function CodeNote({ code }: { code: string | null }) {
  if (!code) return null;
  return (
    <p className="no-print mt-6 text-note text-ink-soft">
      Pour revenir plus tard, ou d’un autre appareil, gardez votre code de suivi{"\u00a0"}:{" "}
      <strong className="whitespace-nowrap text-ink">{code}</strong>
    </p>
  );
}
