import { createServer } from "node:http";
import { createFranceConnect } from "./server";

const issuer = process.env.FRANCECONNECT_ISSUER ?? "http://127.0.0.1:3004/api/v2";
const connect = new URL(process.env.CONNECT_URL ?? "http://localhost:3000").origin;

const clients = [
  {
    id: process.env.FRANCECONNECT_CLIENT_ID ?? "",
    name: process.env.ACCOUNT_NAME ?? "GrandLyon Connect",
    secret: process.env.FRANCECONNECT_CLIENT_SECRET ?? "",
    redirectUris: [`${connect}/franceconnect/retour`],
    postLogoutRedirectUris: [`${connect}/franceconnect/sortie`],
  },
];

const server = createServer(await createFranceConnect({ issuer, clients }));
const { hostname, port } = new URL(issuer);
server.listen(Number(process.env.FRANCECONNECT_PORT ?? port), hostname);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
