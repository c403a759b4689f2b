/** Every suite of this folder, put together by scripts/test-integration.mjs. */
declare module 'integration-suites' {
  export {};
}
