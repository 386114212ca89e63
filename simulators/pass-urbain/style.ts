/** The partner's own sheet, in the family of the portal's. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fbfaf7; --surface: #fff; --sunken: #f1efe8; --ink: #1a2326; --soft: #4a5659;
  --line: #dcd8ce; --brand: #0b5566; --on-brand: #fff; --warn: #744600; --warn-soft: #fdf0d3; --focus: #1a2326; --halo: #ffd35c; }
@media (prefers-color-scheme: dark) { :root { --page: #12191b; --surface: #1a2427; --sunken: #0d1315; --ink: #f1efe9;
  --soft: #b9c3c5; --line: #344145; --brand: #83ccda; --on-brand: #05252d; --warn: #f3c263; --warn-soft: #3a2a08;
  --focus: #ffd35c; --halo: #12191b; } }
@font-face { font-family: "Atkinson Hyperlegible"; font-weight: 400; font-display: swap; src: url("/police-400.woff2") format("woff2"); }
@font-face { font-family: "Atkinson Hyperlegible"; font-weight: 700; font-display: swap; src: url("/police-700.woff2") format("woff2"); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.125rem/1.55 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
header { background: var(--surface); border-bottom: 1px solid var(--line); }
header div, main, footer div { max-width: 42rem; margin: 0 auto; padding: 1rem; }
header div { display: flex; align-items: center; gap: .75rem; min-height: 4.5rem; }
header svg { width: 2.25rem; height: 2.25rem; flex: none; }
header strong { display: block; font-size: 1.375rem; line-height: 1.1; }
header span span { color: var(--soft); font-size: .875rem; }
h1 { font-size: clamp(1.875rem, 1.5rem + 1.6vw, 2.5rem); line-height: 1.14; letter-spacing: -.01em; text-wrap: balance; margin: 1.5rem 0 0; }
h2 { font-size: 1.375rem; line-height: 1.28; margin: 2.5rem 0 0; }
.lead { font-size: 1.25rem; margin: .75rem 0 0; }
.soft { color: var(--soft); }
.notice { display: block; border-radius: .875rem; padding: 1.25rem; margin: 1.5rem 0 0; background: var(--warn-soft); }
.notice h2 { margin: 0; font-size: 1.125rem; color: var(--warn); }
.notice p { margin: .25rem 0 0; }
dl { margin: 1rem 0 0; border-top: 1px solid var(--line); }
dl div { padding: .875rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); font-size: .875rem; }
dd { margin: 0; font-weight: 700; white-space: pre-line; overflow-wrap: anywhere; }
dd.absent { font-weight: 400; color: var(--soft); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 2rem 0 0; }
form { margin: 0; }
button { min-height: 3rem; padding: .5rem 1.25rem; border-radius: .5rem; border: 2px solid var(--brand); font: inherit;
  font-weight: 700; line-height: 1.25; cursor: pointer; background: var(--brand); color: var(--on-brand); }
button.outline { background: var(--surface); color: var(--brand); }
a { color: var(--brand); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--halo); }
footer { margin-top: 5rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
`;
