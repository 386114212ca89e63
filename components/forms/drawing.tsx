/** The strokes of a signature. */
export const Drawing = ({ path }: { path: string }) => (
  <svg viewBox="0 0 600 200" role="img" aria-label="Signature dessinée" className="w-full max-w-96">
    <path d={path} fill="none" stroke="currentColor" strokeWidth="3" strokeLinejoin="round" />
  </svg>
);
