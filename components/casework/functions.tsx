type Props = { holders: readonly { id: string; label: string; names: readonly string[] }[] };

/** Who has a role of their own on this request. */
export function Functions({ holders }: Props) {
  if (holders.length === 0) return null;
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2 className="text-h4">Fonctions</h2>
      <dl className="mt-2">
        {holders.map(({ id, label, names }) => (
          <div key={id} className="mt-1">
            <dt className="font-bold">{label}</dt>
            <dd className="text-ink-soft">{names.join(", ") || "Personne pour le moment"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
