# The build needs the tools of development; what runs has neither them nor root.
FROM node:24-bookworm-slim AS build
WORKDIR /onethread
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /onethread
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_PATH=/data/onethread.db BACKUP_DIR=/backups
WORKDIR /onethread
COPY --from=packages /onethread/node_modules ./node_modules
# Made by the install scripts that the stage above leaves out; Shopify's session storage loads it.
COPY --from=build /onethread/node_modules/.prisma ./node_modules/.prisma
COPY --from=build /onethread/package.json ./
COPY --from=build /onethread/build ./build
COPY --from=build /onethread/prisma ./prisma
COPY --from=build /onethread/widget/src/protocol.ts ./widget/src/protocol.ts
COPY --from=build /onethread/scripts/backup.ts /onethread/scripts/restore.ts ./scripts/
COPY --from=build /onethread/scripts/backup ./scripts/backup
COPY --from=build /onethread/app ./app
RUN install -d -o node -g node -m 700 /data /backups
USER node
VOLUME ["/data", "/backups"]
EXPOSE 3000
# The app ends what is under way within ten seconds of it.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/server.ts"]
