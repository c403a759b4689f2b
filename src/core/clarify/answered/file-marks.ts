/** Tools and habits that a workspace shows by a file of that name. */
export interface FileMark {
  readonly id: string;
  /** The words that people ask with, comma separated. */
  readonly names: string;
  /** A file's path, and what it shows. */
  readonly files: readonly (readonly [RegExp, string])[];
}

export const fileMarks: readonly FileMark[] = [
  {
    id: 'container',
    names: 'container image, container format, container runtime, base image file, container build file',
    files: [[/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$/, 'a container image built by this file']],
  },
  {
    id: 'deployment',
    names:
      'deployment tool, deployment target, hosting platform, hosting provider, deployment platform, infrastructure tool, infrastructure as code tool, orchestration tool, orchestrator, deployment method',
    files: [
      [/(?:^|\/)fly\.toml$/, 'Fly.io'],
      [/(?:^|\/)vercel\.json$/, 'Vercel'],
      [/(?:^|\/)netlify\.toml$/, 'Netlify'],
      [/(?:^|\/)serverless\.ya?ml$/, 'Serverless Framework'],
      [/(?:^|\/)render\.yaml$/, 'Render'],
      [/(?:^|\/)Procfile$/, 'Heroku (Procfile)'],
      [/(?:^|\/)Chart\.yaml$/, 'Kubernetes (Helm chart)'],
      [/(?:^|\/)kustomization\.ya?ml$/, 'Kubernetes (Kustomize)'],
      [/\.tf$/, 'Terraform'],
      [/(?:^|\/)Pulumi\.ya?ml$/, 'Pulumi'],
      [/(?:^|\/)cdk\.json$/, 'AWS CDK'],
    ],
  },
  {
    id: 'linter',
    names: 'linter, linting tool, lint tool, static analysis tool',
    files: [
      [/(?:^|\/)(?:eslint\.config\.\w+|\.eslintrc(?:\.\w+)?)$/, 'ESLint'],
      [/(?:^|\/)biome\.jsonc?$/, 'Biome'],
      [/(?:^|\/)\.golangci\.(?:ya?ml|toml|json)$/, 'golangci-lint'],
      [/(?:^|\/)\.?ruff\.toml$/, 'Ruff'],
      [/(?:^|\/)\.rubocop\.yml$/, 'RuboCop'],
      [/(?:^|\/)clippy\.toml$/, 'Clippy'],
    ],
  },
  {
    id: 'formatter',
    names: 'formatter, code formatter, formatting tool',
    files: [
      [/(?:^|\/)(?:\.prettierrc(?:\.\w+)?|prettier\.config\.\w+)$/, 'Prettier'],
      [/(?:^|\/)biome\.jsonc?$/, 'Biome'],
      [/(?:^|\/)rustfmt\.toml$/, 'rustfmt'],
      [/(?:^|\/)\.clang-format$/, 'clang-format'],
    ],
  },
  {
    id: 'api-description',
    names:
      'API description, API description format, API contract format, OpenAPI file, API specification format',
    files: [
      [/(?:^|\/)(?:openapi|swagger)\.(?:ya?ml|json)$/, 'OpenAPI'],
      [/(?:^|\/)schema\.graphqls?$/, 'GraphQL schema'],
      [/(?:^|\/)asyncapi\.ya?ml$/, 'AsyncAPI'],
    ],
  },
  {
    id: 'component-catalogue',
    names: 'component catalogue, component catalog, component explorer, design system catalogue',
    files: [[/(?:^|\/)\.storybook\/main\.\w+$/, 'Storybook']],
  },
  {
    id: 'monorepo',
    names: 'monorepo tool, workspace tool, build orchestrator',
    files: [
      [/(?:^|\/)turbo\.json$/, 'Turborepo'],
      [/(?:^|\/)nx\.json$/, 'Nx'],
      [/(?:^|\/)lerna\.json$/, 'Lerna'],
      [/(?:^|\/)go\.work$/, 'Go workspace'],
      [/(?:^|\/)pnpm-workspace\.yaml$/, 'pnpm workspace'],
    ],
  },
  {
    id: 'licence',
    names: 'license, licence, open source license, open source licence',
    files: [[/^(?:LICENSE|LICENCE|COPYING)(?:\.\w+)?$/, 'the licence in this file']],
  },
];
