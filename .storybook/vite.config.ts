import { defineConfig } from 'vite';

/** Storybook's own: the library build of the root keeps the mock apart, and stories need it inside. */
export default defineConfig({});
