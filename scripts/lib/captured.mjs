/**
 * Lets `answer` write this response into memory. Resolves to its status, headers and body, and to a
 * response still to be sent; to null when the reader left before the end.
 */
export function captured(response, answer) {
  const { writeHead, write, end, flushHeaders } = response;
  const chunks = [];
  const keep = (chunk) => chunk && typeof chunk !== "function" && chunks.push(Buffer.from(chunk));
  return new Promise((resolve, reject) => {
    const gone = () => resolve(null);
    response.once("close", gone);
    response.flushHeaders = () => {};
    response.writeHead = (status, ...rest) => {
      response.statusCode = status;
      for (const [name, value] of Object.entries(rest.at(-1) ?? {}))
        response.setHeader(name, value);
      return response;
    };
    response.write = (chunk) => {
      keep(chunk);
      return true;
    };
    response.end = (chunk) => {
      keep(chunk);
      response.off("close", gone);
      Object.assign(response, { writeHead, write, end, flushHeaders });
      const headers = { ...response.getHeaders() };
      for (const name of Object.keys(headers)) response.removeHeader(name);
      resolve({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
      return response;
    };
    answer().catch(reject);
  });
}
