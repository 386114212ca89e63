type Reader = { field: string; row: string[]; isQuoted: boolean; wasQuote: boolean };

/** Inside quotes, everything counts but the quote that ends them; a quote doubled is one. */
function takeQuoted(reader: Reader, sign: string) {
  if (sign === '"') Object.assign(reader, { isQuoted: false, wasQuote: true });
  else reader.field += sign;
}

function openQuotes(reader: Reader) {
  if (reader.wasQuote) reader.field += '"';
  Object.assign(reader, { isQuoted: true, wasQuote: false });
}

function endField(reader: Reader) {
  reader.row.push(reader.field);
  reader.field = "";
}

function endRow(reader: Reader) {
  const { row } = reader;
  reader.row = [];
  return row.length === 1 && row[0] === "" ? null : row;
}

/** One character of RFC 4180; a row when it ends one. */
function take(reader: Reader, sign: string, separator: string): string[] | null {
  if (reader.isQuoted) takeQuoted(reader, sign);
  else if (sign === '"') openQuotes(reader);
  else {
    reader.wasQuote = false;
    if (sign === separator || sign === "\n") endField(reader);
    else if (sign !== "\r") reader.field += sign;
    if (sign === "\n") return endRow(reader);
  }
  return null;
}

/** Rows of a CSV (RFC 4180) as they come; the separator, « ; » or « , », is the header's. */
export async function* readCsv(chunks: AsyncIterable<string> | Iterable<string>) {
  const reader: Reader = { field: "", row: [], isQuoted: false, wasQuote: false };
  let separator = "";
  for await (const chunk of chunks) {
    const text = separator ? chunk : chunk.replace(/^\ufeff/, "");
    separator ||= /^[^\n;]*;/.test(text) ? ";" : ",";
    for (const sign of text) {
      const row = take(reader, sign, separator);
      if (row) yield row;
    }
  }
  const last = take(reader, "\n", separator);
  if (last) yield last;
}
