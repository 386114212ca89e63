/** A sheet of its own: nothing here looks like a page of the State. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f6f6f4; --surface: #fff; --ink: #1d2126; --soft: #4d545c; --line: #d3d5d8;
  --edge: #767d85; --brand: #3b3f8f; --on-brand: #fff; --focus: #1d2126; --halo: #ffd35c; }
@media (prefers-color-scheme: dark) { :root { --page: #14161a; --surface: #1d2126; --ink: #f0f0ee; --soft: #bcc2c8;
  --line: #3a4048; --edge: #8b939c; --brand: #b3b7f5; --on-brand: #14163a; --focus: #ffd35c; --halo: #14161a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.5 Verdana, "DejaVu Sans", sans-serif; }
header { background: var(--surface); border-bottom: 1px solid var(--line); }
header div, main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
header strong, header span { display: block; }
header span { color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
.lead { font-size: 1.1875rem; margin: .5rem 0 0; }
.search { margin: 2rem 0 1rem; }
.search div { display: flex; gap: .5rem; margin-top: .25rem; }
label { font-weight: 700; }
input { flex: 1; min-width: 0; min-height: 3rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--surface);
  border: 2px solid var(--edge); border-radius: .375rem; }
button { min-height: 3rem; padding: .5rem 1.25rem; border-radius: .375rem; border: 2px solid var(--brand); font: inherit; font-weight: 700;
  cursor: pointer; background: var(--brand); color: var(--on-brand); }
button.outline { background: var(--surface); color: var(--brand); }
.people { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: .5rem; }
.people button { width: 100%; text-align: left; background: var(--surface); color: var(--ink); border: 1px solid var(--edge); font-weight: 400; overflow-wrap: anywhere; }
.people button:hover { border-color: var(--brand); }
.people strong, .people span { display: block; }
.people span { color: var(--soft); font-size: .9375rem; }
.refusals { padding-left: 1.5rem; }
.refusals li { margin: 0 0 1rem; }
.refusals strong, .refusals span { display: block; }
a { color: var(--brand); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--halo); }
`;
