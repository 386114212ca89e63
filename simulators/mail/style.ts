export const STYLE = `
:root { color-scheme: light dark; --page: #fbfaf7; --surface: #fff; --ink: #1a2326; --soft: #4a5659; --line: #dcd8ce; --edge: #6c787b;
  --brand: #0b5566; --on-brand: #fff; --bar: #0b3f4c; --on-bar: #fff; --focus: #1a2326; }
@media (prefers-color-scheme: dark) { :root { --page: #12191b; --surface: #1a2427; --ink: #f1efe9; --soft: #b9c3c5; --line: #344145;
  --edge: #8796a0; --brand: #83ccda; --on-brand: #05252d; --bar: #0a2e37; --on-bar: #f4f2ed; --focus: #ffd35c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.55 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
header { background: var(--bar); border-bottom: 4px solid #eaa920; } header a { color: var(--on-bar); font-weight: 700; text-decoration: none; }
header a, main { display: block; max-width: 46rem; margin: 0 auto; padding: 1rem; } main { padding-bottom: 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 0.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
a { color: var(--brand); text-underline-offset: 0.2em; } .soft, li span, time { color: var(--soft); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
form { margin: 1.5rem 0; } label { font-weight: 700; } form div { display: flex; gap: 0.5rem; margin-top: 0.25rem; }
input, button { font: inherit; min-height: 2.75rem; border-radius: 0.5rem; padding: 0 0.75rem; }
input { flex: 1; min-width: 0; border: 1px solid var(--edge); background: var(--surface); color: inherit; }
button { border: 0; background: var(--brand); color: var(--on-brand); font-weight: 700; }
ol { list-style: none; padding: 0; } ol li { border-top: 1px solid var(--line); }
ol a { display: grid; gap: 0.1rem; padding: 0.75rem 0; text-decoration: none; } ol strong { text-decoration: underline; text-underline-offset: 0.2em; }
ol span, time { font-size: 0.9375rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1rem; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; font: inherit; }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: 0.5rem; background: #fff; }
`;
