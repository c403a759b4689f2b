/** Scenes of the views of coverage (coverage-host.ts) and metrics (metrics-host.ts); those of the wizard are in scenes.ts. */
export const reportScenes = /** @type {const} */ ([
  ...['coverage', 'coverage-documents', 'coverage-none'],
  ...['metrics', 'metrics-begun', 'metrics-none'],
]);
