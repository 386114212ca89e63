/** Of this software and of what it shows; the address of its source where it is published. */
export function Licences({ sourceUrl }: { sourceUrl: string | undefined }) {
  return (
    <>
      <h2>Logiciel libre</h2>
      <p>
        Ce site est un logiciel libre, publié sous la licence Mozilla Public License 2.0.
        {sourceUrl && (
          <>
            {" "}
            Son code est ouvert&nbsp;: <a href={sourceUrl}>voir le code source</a>.
          </>
        )}
      </p>
      <p>
        La police Atkinson Hyperlegible (Braille Institute) est sous licence SIL Open Font License
        1.1. Les pictogrammes viennent de Lucide, sous licence ISC.
      </p>
    </>
  );
}
