# The site and the feedback service in one process: docker build -t portolan . && docker run -p 4321:4321 portolan
# Answers are kept in /data, which should be a volume; or in PostgreSQL: -e DATABASE_URL=postgres://…
# deploy/compose.yaml does the latter, with a root that nothing can write to.
FROM node:26-slim AS build
WORKDIR /portolan
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
ARG PORTOLAN_SITE=
ARG PORTOLAN_BASE=
ARG PORTOLAN_FEEDBACK=/api/feedback
# The image has its own Node: the one among the packages and what the build kept stay behind.
RUN node src/cli/build.ts && rm -rf .cache .astro node_modules/.cache node_modules/node-linux-*

FROM node:26-slim
ARG PORTOLAN_SITE=
ARG PORTOLAN_BASE=
ARG PORTOLAN_FEEDBACK=/api/feedback
ENV NODE_ENV=production PORTOLAN_DATA=/data PORTOLAN_SITE=$PORTOLAN_SITE PORTOLAN_BASE=$PORTOLAN_BASE PORTOLAN_FEEDBACK=$PORTOLAN_FEEDBACK
# A user of its own, who owns nothing but the data.
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin portolan \
  && install -d -o portolan -g portolan /data
WORKDIR /portolan
COPY package.json ./
COPY content content
COPY src src
COPY --from=build /portolan/node_modules node_modules
COPY --from=build /portolan/dist dist
USER 10001
VOLUME /data
EXPOSE 4321
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4321/api/feedback/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Alone, without the site: node src/cli/feedback.ts --port 4321 --host 0.0.0.0
CMD ["node", "src/cli/serve.ts", "--feedback", "--port", "4321", "--host", "0.0.0.0"]
