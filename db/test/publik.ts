/** Small exports in Publik's format, written for the tests. */
export type Told = Record<string, string | undefined>;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export const tag = (name: string, text: string | undefined) =>
  text === undefined ? "" : `<${name}>${escaped(text)}</${name}>`;

export const tags = (told: Told) =>
  Object.entries(told)
    .map(([name, text]) => tag(name, text))
    .join("");

export const listed = (name: string, items: readonly string[], item = "item") =>
  `<${name}>${items.map((text) => tag(item, text)).join("")}</${name}>`;

export const conditionXml = (value: string | undefined, type = "django") =>
  value === undefined ? "" : `<condition>${tags({ type, value })}</condition>`;

/** `more`: elements as they are, for what is not a text. */
export const fieldXml = (type: string, told: Told = {}, more = "") =>
  `<field>${tags({ type, label: "Question", id: told.varname ?? type, ...told })}${more}</field>`;

export const formXml = (fields: readonly string[], more = "", root = "formdef") =>
  `<?xml version="1.0"?><${root} id="1"><name>Prêt de tables</name><url_name>pret-de-tables</url_name>
   <fields>${fields.join("")}</fields>${more}</${root}>`;

export const itemXml = (type: string, told: Told = {}, more = "") =>
  `<item id="1" type="${type}">${tags(told)}${more}</item>`;

export const statusXml = (id: string, items: readonly string[] = [], told: Told = {}) =>
  `<status>${tags({ id, name: `Status ${id}`, ...told })}<visibility/><items>${items.join("")}</items></status>`;

export const workflowXml = (statuses: readonly string[], more = "") =>
  `<?xml version="1.0"?><workflow id="1"><name>Circuit court</name><slug>circuit-court</slug>
   <roles><role id="_receiver">Service</role></roles>
   <possible_status>${statuses.join("")}</possible_status>${more}</workflow>`;
