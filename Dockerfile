# Two images from one build: `api` (also migrates) and `site`.
# Build one: docker build --target api -t gonggo-api .

FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/content/package.json libs/content/
COPY libs/contract/package.json libs/contract/
COPY libs/reply-store/package.json libs/reply-store/
COPY libs/ui/package.json libs/ui/

FROM manifests AS build
RUN npm ci
COPY . .
ENV NX_DAEMON=false NEXT_TELEMETRY_DISABLED=1
RUN npm run build

FROM manifests AS api-dependencies
RUN npm ci --omit=dev --workspace=@gonggo/api --workspace=@gonggo/content --workspace=@gonggo/contract --workspace=@gonggo/reply-store

FROM manifests AS site-dependencies
RUN npm ci --omit=dev --workspace=@gonggo/web --workspace=@gonggo/content --workspace=@gonggo/contract --workspace=@gonggo/reply-store --workspace=@gonggo/ui

FROM node:24-bookworm-slim AS api
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data /secrets && chown node:node /data /secrets
COPY --from=api-dependencies /app ./
COPY --from=build /app/libs/content/dist libs/content/dist
COPY --from=build /app/libs/contract/dist libs/contract/dist
COPY --from=build /app/libs/reply-store/dist libs/reply-store/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/api/openapi.json apps/api/openapi.json
COPY --from=build /app/apps/api/assets/demo apps/api/assets/demo
USER node
EXPOSE 4000
CMD ["node", "apps/api/dist/main.js"]

FROM node:24-bookworm-slim AS site
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=site-dependencies /app ./
COPY --from=build /app/libs/content/dist libs/content/dist
COPY --from=build /app/libs/contract/dist libs/contract/dist
COPY --from=build /app/libs/reply-store/dist libs/reply-store/dist
COPY --from=build /app/libs/ui/dist libs/ui/dist
COPY --from=build /app/apps/web/dist-server apps/web/dist-server
COPY --from=build /app/apps/web/.next apps/web/.next
COPY --from=build /app/apps/web/public apps/web/public
COPY --from=build /app/apps/web/next.config.js apps/web/
USER node
EXPOSE 3000
CMD ["node", "apps/web/dist-server/main.js"]
