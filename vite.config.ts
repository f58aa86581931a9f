import { defineConfig } from 'vite';

import { libraryConfig } from './scripts/library.js';

/** The library build; `npm run build` adds the declarations, the standalone files and the mock. */
export default defineConfig(() => libraryConfig());
