/** A cell that no spreadsheet takes for a formula, whatever was typed in it (OWASP, « CSV injection »). */
const cell = (text: string) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** One line for spreadsheets set to French, which expect semicolons (RFC 4180 otherwise). */
export const csvLine = (cells: readonly string[]) => `${cells.map(cell).join(";")}\r\n`;

/** Comes first, so that a spreadsheet reads the accents. */
export const CSV_MARK = "\ufeff";
