import { fileURLToPath } from 'node:url';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

import { floors } from './scripts/lint/floors.js';
import { namedGlobals } from './scripts/lint/named-globals.js';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

const page = ['src/**/*.ts', 'hosts/**/*.ts'];
const source = ['src/**/*.ts', 'server/**/*.ts', 'hosts/**/*.ts'];
const nodeOnly = ['server/node/**', 'server/stores/sql/**', 'server/mail/smtp*', 'hosts/**/*.config.ts'];

/** Markup and script that would need a weaker content policy, or turn text into markup. */
const unsafeSyntax = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/i]',
    message:
      'No <style> in a template: a strict style-src refuses it. Write it in the .styles.ts beside the element.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/i]',
    message:
      'No style attribute in a template: a strict style-src refuses it. Use a class, or style.setProperty.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\s\\.(inner|outer)HTML\\s*=/i]',
    message: 'No raw HTML: bind text, Lit escapes it.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'No style attribute: a strict style-src refuses it. Use style.setProperty.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseHTMLUnsafe)$/]',
    message: 'No raw HTML: build it with a template, Lit escapes it.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^(write|writeln)$/]",
    message: 'No document.write: build it with a template.',
  },
  {
    selector:
      "MemberExpression[computed=false][object.name='document'][property.name=/^(forms|images|links|scripts|embeds|anchors|all|applets)$/]",
    message:
      'No named collections of document: markup of the host page decides what they answer. Query your own tree.',
  },
];

const unsafeImports = {
  paths: [
    {
      name: 'lit/directives/style-map.js',
      message: 'styleMap writes a style attribute: use style.setProperty.',
    },
    { name: 'lit/directives/unsafe-html.js', message: 'No raw HTML: bind text, Lit escapes it.' },
    { name: 'lit/directives/unsafe-svg.js', message: 'No raw SVG: draw it in a template.' },
    { name: 'lit/directives/unsafe-mathml.js', message: 'No raw markup: bind text, Lit escapes it.' },
    { name: 'lit/static-html.js', importNames: ['unsafeStatic'], message: 'No raw HTML: use `literal`.' },
  ],
};

const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((name) => ({
  name,
  message: 'Nothing is kept in the browser: state lives in src/stores, what must last lives on the server.',
}));

const nodeGlobals = ['process', 'Buffer', '__dirname', '__filename', 'require', 'global'].map((name) => ({
  name,
  message: 'Pages load this file, and they have no Node: such code belongs in server/node.',
}));

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument here: take a clock or a Date from the caller.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument here: take a clock or a Date from the caller.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an argument here: take it from the random port.',
  },
];

const pureGlobals = ['fetch', 'crypto', 'setTimeout', 'setInterval', 'document', 'window', 'navigator'].map(
  (name) => ({
    name,
    message: 'src/domain is pure: what needs this belongs on a higher floor.',
  }),
);

const onlyRun = ['describe', 'it', 'test', 'suite'].map((object) => ({
  object,
  property: 'only',
  message: 'A focused test hides all others.',
}));

const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', '.data/', 'storybook-static/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    plugins: { crew: { rules: { floors, 'named-globals': namedGlobals } } },
    rules: {
      'crew/floors': ['error', { root }],
      // A listener may answer nothing or a function that ends it, and the type says so.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: source,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: page,
    ...lit['flat/recommended'],
  },
  {
    files: page,
    ...wc['flat/best-practice'],
  },
  {
    files: page,
    ...litA11y.configs.recommended,
  },
  {
    files: page,
    settings: { wc: { elementBaseClasses: ['LitElement', 'CcElement'] } },
    rules: {
      'crew/named-globals': 'error',
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-imports': ['error', unsafeImports],
      'no-restricted-syntax': ['error', ...unsafeSyntax],
      'no-restricted-globals': ['error', ...storage, ...nodeGlobals],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML'].map((property) => ({
          property,
          message: 'No raw HTML: Lit escapes text.',
        })),
        ...storage.flatMap(({ name, message }) =>
          ['window', 'globalThis', 'self'].map((object) => ({ object, property: name, message })),
        ),
        { object: 'document', property: 'cookie', message: 'Only the server reads and writes cookies.' },
      ],
      'wc/guard-super-call': 'off',
      // In a native dialog the attribute names the first focus, and nothing moves before it is opened.
      'lit-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'max-lines': lines(120),
      'no-restricted-syntax': ['error', ...unsafeSyntax, ...clock],
      'no-restricted-globals': ['error', ...storage, ...nodeGlobals, ...pureGlobals],
    },
  },
  {
    // docs/decisions: inner tags follow the prefix an element was defined with, and Lit knows no other way.
    files: ['src/elements/base/inner.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['src/elements/**/*.ts'], rules: { 'max-lines': lines(350) } },
  {
    files: ['server/**/*.ts'],
    ignores: nodeOnly,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...clock],
      'no-restricted-globals': ['error', ...storage, ...nodeGlobals],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests hand such addresses in, to see them refused.
      'no-script-url': 'off',
      'max-lines': lines(400),
      'no-restricted-properties': ['error', ...onlyRun],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
);
