# The reference backend with the partner portal, for production. docs/deployment.md says which settings it needs.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts ./scripts
COPY src ./src
COPY server ./server
COPY hosts ./hosts
RUN npm run deploy

FROM node:20-slim
ENV NODE_ENV=production PORT=4400
WORKDIR /app
COPY --from=build /app/.cache/deploy ./
USER node
EXPOSE 4400
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "healthcheck.mjs"]
CMD ["node", "start.mjs"]
