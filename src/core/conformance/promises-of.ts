import type { SpecDocument } from '../spec/spec-document';
import type { Promises } from './promise';
import { promisedEndpoints } from './promised-endpoints';
import { promisedFiles } from './promised-files';
import { promisedEvents, promisedScripts, promisedSettings, promisedTests } from './promised-names';
import { promisedPackages } from './promised-packages';
import { promisedSymbols } from './promised-symbols';
import { promisedSchema } from './promised-tables';

/**
 * Everything that a spec says will be there: what its tasks create, what its tables, lists and code blocks declare. What it
 * rejects, leaves out, or tells of as there before, is no promise.
 */
export function promisesOf(spec: SpecDocument): Promises {
  return {
    files: promisedFiles(spec),
    symbols: promisedSymbols(spec),
    endpoints: promisedEndpoints(spec),
    ...promisedSchema(spec),
    settings: promisedSettings(spec),
    events: promisedEvents(spec),
    tests: promisedTests(spec),
    scripts: promisedScripts(spec),
    packages: promisedPackages(spec),
  };
}
