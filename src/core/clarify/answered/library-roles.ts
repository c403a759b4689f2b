/** What libraries do in a product, by the words that people ask for them with. */
export interface LibraryRole {
  readonly id: string;
  /** Comma separated; singular, lower case but for names. */
  readonly names: string;
  /** Package names, comma separated; one that ends in `*` is a beginning. */
  readonly packages: string;
}

/** Roles of packages that the stack profile has no facet for. */
export const libraryRoles: readonly LibraryRole[] = [
  {
    id: 'test-runner',
    names:
      'test runner, unit test runner, unit test framework, test framework, testing framework, unit testing framework, testing library, test library, unit test tool',
    packages:
      'vitest, jest, mocha, ava, jasmine, pytest, rspec, minitest, github.com/stretchr/testify, phpunit/phpunit, pestphp/pest, xunit, NUnit, org.junit*, io.kotest*',
  },
  {
    id: 'end-to-end-tool',
    names:
      'end-to-end tool, end-to-end test tool, end-to-end framework, end-to-end test framework, e2e tool, e2e framework, e2e test framework, e2e test tool, browser test tool, browser test framework, browser automation tool',
    packages:
      '@playwright/test, playwright, cypress, selenium-webdriver, webdriverio, puppeteer, testcafe, capybara, selenium',
  },
  {
    id: 'linter',
    names: 'linter, linting tool, lint tool, static analysis tool',
    packages: 'eslint, @biomejs/biome, oxlint, ruff, flake8, pylint, rubocop, phpstan/phpstan',
  },
  {
    id: 'formatter',
    names: 'formatter, code formatter, formatting tool',
    packages: 'prettier, dprint, @biomejs/biome, black',
  },
  {
    id: 'validation',
    names:
      'validation library, schema library, input validation library, schema validation library, validator',
    packages:
      'zod, valibot, yup, joi, ajv, class-validator, superstruct, pydantic, marshmallow, github.com/go-playground/validator*, dry-validation, FluentValidation',
  },
  {
    id: 'state',
    names:
      'state management library, state library, state manager, state container, client state library, store library',
    packages: '@reduxjs/toolkit, redux, zustand, jotai, mobx, recoil, pinia, vuex, xstate, @ngrx/store',
  },
  {
    id: 'data-fetching',
    names:
      'data fetching library, data-fetching library, HTTP client, HTTP client library, http library, server state library, fetch library',
    packages:
      '@tanstack/react-query, swr, axios, ky, got, @apollo/client, urql, httpx, requests, github.com/go-resty/resty*, faraday, guzzlehttp/guzzle',
  },
  {
    id: 'forms',
    names: 'form library, forms library, form handling library',
    packages: 'react-hook-form, formik, @tanstack/react-form, vee-validate, final-form',
  },
  {
    id: 'styling',
    names:
      'CSS framework, styling library, styling solution, styling approach, CSS library, CSS solution, css tool, style system',
    packages:
      'tailwindcss, styled-components, @emotion/react, sass, @vanilla-extract/css, unocss, @stitches/react',
  },
  {
    id: 'icons',
    names: 'icon library, icon set, icons, icon pack',
    packages:
      'lucide-react, @heroicons/react, @fortawesome/react-fontawesome, react-icons, @phosphor-icons/react, @mui/icons-material, @tabler/icons-react',
  },
  {
    id: 'client-routing',
    names:
      'client router, client-side router, routing library, client routing library, frontend router, front-end router, router library',
    packages: 'react-router, react-router-dom, @tanstack/react-router, vue-router, wouter, @reach/router',
  },
  {
    id: 'translation',
    names:
      'i18n library, internationalization library, internationalisation library, translation library, localization library, localisation library',
    packages:
      'i18next, react-i18next, react-intl, vue-i18n, @lingui/core, next-intl, @formatjs/intl, github.com/nicksnyder/go-i18n*, babel',
  },
  {
    id: 'dates',
    names: 'date library, date-time library, date and time library, time zone library',
    packages:
      'date-fns, dayjs, luxon, moment, @js-joda/core, @js-temporal/polyfill, pendulum, arrow, NodaTime',
  },
  {
    id: 'logging',
    names: 'logging library, logger, log library, logging framework, logging package',
    packages:
      'pino, winston, bunyan, log4js, go.uber.org/zap, github.com/rs/zerolog, github.com/sirupsen/logrus, structlog, loguru, Serilog, monolog/monolog, ch.qos.logback*',
  },
  {
    id: 'metrics',
    names: 'metrics library, metrics client, metrics system, metrics tool',
    packages:
      'prom-client, github.com/prometheus/client_golang, prometheus-client, prometheus_client, @opentelemetry/sdk-metrics, hot-shots, io.micrometer*',
  },
  {
    id: 'tracing',
    names: 'tracing library, distributed tracing library, tracing system, tracing tool, telemetry library',
    packages:
      '@opentelemetry/api, @opentelemetry/sdk-node, go.opentelemetry.io/otel, opentelemetry-api, dd-trace, io.opentelemetry*',
  },
  {
    id: 'error-tracking',
    names:
      'error tracker, error tracking service, error tracking tool, error reporting service, error reporting tool, crash reporter, exception tracker, error monitoring service, error monitoring tool',
    packages:
      '@sentry/node, @sentry/react, @sentry/browser, @sentry/nextjs, sentry-sdk, github.com/getsentry/sentry-go, sentry-ruby, @bugsnag/js, rollbar, honeybadger',
  },
  {
    id: 'mail',
    names:
      'email library, e-mail library, mail library, mailer, email provider, e-mail provider, mail provider, email service, e-mail service, transactional email provider, email sender',
    packages:
      'nodemailer, resend, @sendgrid/mail, postmark, mailgun.js, @aws-sdk/client-ses, sendgrid, github.com/wneessen/go-mail, github.com/sendgrid/sendgrid-go, gopkg.in/gomail.v2, mailgun',
  },
  {
    id: 'payment',
    names:
      'payment provider, payment service, payment gateway, payment library, billing provider, billing service',
    packages:
      'stripe, @stripe/stripe-js, github.com/stripe/stripe-go*, braintree, @paypal/checkout-server-sdk, @paddle/paddle-js, adyen',
  },
  {
    id: 'auth-library',
    names:
      'auth library, authentication library, session library, auth provider, authentication provider, identity provider, JWT library, token library, auth framework, authentication framework',
    packages:
      'passport, next-auth, @auth/core, lucia, better-auth, @clerk/clerk-sdk-node, @clerk/nextjs, auth0, @auth0/auth0-react, jsonwebtoken, jose, express-session, iron-session, github.com/golang-jwt/jwt*, github.com/coreos/go-oidc*, github.com/alexedwards/scs*, github.com/gorilla/sessions, authlib, pyjwt, djangorestframework-simplejwt, devise, pundit, laravel/sanctum, org.springframework.security*',
  },
  {
    id: 'job-queue',
    names:
      'job queue, background job library, job library, background job framework, task queue, job runner, background job system, background worker library, scheduler',
    packages:
      'bullmq, bull, agenda, graphile-worker, pg-boss, celery, dramatiq, rq, sidekiq, good_job, resque, github.com/hibiken/asynq, github.com/riverqueue/river, oban, Hangfire',
  },
  {
    id: 'feature-flags',
    names:
      'feature flag service, feature flag library, feature flag tool, feature flag system, feature flags library, feature toggle library',
    packages:
      'launchdarkly-node-server-sdk, @launchdarkly/node-server-sdk, launchdarkly-react-client-sdk, unleash-client, flagsmith, @openfeature/server-sdk, @growthbook/growthbook, github.com/open-feature/go-sdk, flipper',
  },
  {
    id: 'object-storage',
    names:
      'object storage client, object storage, file storage, file storage service, file store, blob storage',
    packages:
      '@aws-sdk/client-s3, @google-cloud/storage, @azure/storage-blob, minio, boto3, github.com/aws/aws-sdk-go-v2/service/s3, github.com/minio/minio-go*, aws-sdk-s3',
  },
  {
    id: 'search-engine',
    names: 'search engine, search service, full-text search engine, search library, search backend',
    packages:
      '@elastic/elasticsearch, meilisearch, typesense, algoliasearch, elasticsearch, @opensearch-project/opensearch, github.com/meilisearch/meilisearch-go',
  },
  {
    id: 'websocket',
    names:
      'websocket library, WebSocket library, real-time library, realtime library, push library, socket library',
    packages:
      'ws, socket.io, socket.io-client, @fastify/websocket, github.com/gorilla/websocket, github.com/coder/websocket, nhooyr.io/websocket, websockets, channels',
  },
  {
    id: 'identifiers',
    names: 'id library, ID generator, identifier library, UUID library, uuid package, id generator',
    packages:
      'uuid, nanoid, ulid, @paralleldrive/cuid2, github.com/google/uuid, github.com/gofrs/uuid*, github.com/oklog/ulid*, github.com/rs/xid',
  },
  {
    id: 'bundler',
    names:
      'bundler, build tool, frontend build tool, front-end build tool, module bundler, client build tool',
    packages: 'vite, webpack, esbuild, rollup, parcel, @rspack/core, turbopack, tsup',
  },
  {
    id: 'mocking',
    names: 'mocking library, mock library, API mocking library, test double library',
    packages:
      'msw, sinon, nock, testdouble, github.com/golang/mock, go.uber.org/mock, responses, webmock, Moq, NSubstitute, org.mockito*',
  },
  {
    id: 'charts',
    names: 'chart library, charting library, charts library, graph library, plotting library',
    packages: 'recharts, chart.js, d3, @visx/visx, echarts, victory, @nivo/core, highcharts, plotly.js',
  },
  {
    id: 'tables',
    names: 'table library, data grid library, data table library, grid library, data grid',
    packages: '@tanstack/react-table, ag-grid-react, ag-grid-community, @mui/x-data-grid, react-data-grid',
  },
  {
    id: 'component-tests',
    names: 'component test library, component testing library, UI test library',
    packages:
      '@testing-library/react, @testing-library/vue, @testing-library/svelte, enzyme, @vue/test-utils',
  },
  {
    id: 'graphql',
    names: 'GraphQL library, GraphQL server, graphql framework',
    packages:
      '@apollo/server, graphql-yoga, mercurius, github.com/99designs/gqlgen, strawberry-graphql, graphene, graphql-ruby, absinthe, type-graphql',
  },
  {
    id: 'api-description',
    names: 'API documentation tool, API docs tool, OpenAPI generator, API description tool, swagger tool',
    packages:
      '@nestjs/swagger, swagger-ui-express, @fastify/swagger, redoc, github.com/swaggo/swag, drf-spectacular, rswag, @scalar/api-reference',
  },
];
