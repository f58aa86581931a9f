import { defaultReporter } from '@web/test-runner';
import { tsImport } from 'tsx/esm/api';

// The runner loads its configuration as plain JavaScript; the parts are TypeScript like everything else.
const { builtBrowserTests, webTestConfig, countReporter } = await tsImport(
  './scripts/web-tests.ts',
  import.meta.url,
);

// Files that are named are taken as they stand, so that they can be watched and looked into.
const named = process.argv.some((word) => /^--(files|watch|manual)\b/.test(word));
const files = named ? 'test/**/*.browser.test.ts' : await builtBrowserTests();

export default {
  ...webTestConfig(files),
  reporters: [defaultReporter(), countReporter({ skipsFail: true })],
};
