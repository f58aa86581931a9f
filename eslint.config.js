import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', '.data/', 'storybook-static/', 'coverage/'] },
  ...tseslint.configs.strict,
  lit['flat/recommended'],
  wc['flat/recommended'],
  litA11y.configs.recommended,
);
