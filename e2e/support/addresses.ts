/** Where the installation under test listens. */
export function addresses() {
  const port = Number(process.env.E2E_PORT);
  return {
    portal: `http://127.0.0.1:${port}`,
    connect: `http://localhost:${port}`,
    partner: `http://127.0.0.1:${port + 1}`,
    franceConnect: `http://127.0.0.1:${port + 4}`,
    mails: `http://127.0.0.1:${port + 2}`,
  };
}
