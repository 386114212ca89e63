// Draws components/ui/icons.svg from the Lucide icons named in components/ui/icon-names.ts.
import { readFileSync, writeFileSync } from "node:fs";

const list = readFileSync("components/ui/icon-names.ts", "utf8");
const names = [...list.matchAll(/^ {2}"([a-z0-9-]+)",$/gm)].map(([, name]) => name);

const attributes = ({ key, ...rest }) =>
  Object.entries(rest)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");

const symbols = await Promise.all(
  names.map(async (name) => {
    const { __iconData } = await import(`lucide-react/icons/${name}`);
    const shapes = __iconData.node.map(([tag, props]) => `<${tag}${attributes(props)}/>`).join("");
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
  }),
);

writeFileSync(
  "components/ui/icons.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true">\n${symbols.join("\n")}\n</svg>\n`,
);
console.log(`${names.length} icons drawn`);
