import { defaultReporter } from '@web/test-runner';
import { tsImport } from 'tsx/esm/api';

// The runner loads its configuration as plain JavaScript; the parts are TypeScript like everything else.
const { webTestConfig, countReporter } = await tsImport('./scripts/web-tests.ts', import.meta.url);

export default { ...webTestConfig(), reporters: [defaultReporter(), countReporter({ skipsFail: true })] };
