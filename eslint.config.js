import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const raw = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: 'Only the JSON-LD helper (json-ld.tsx) writes raw HTML; it escapes "<".',
};
const rawProp = { ...raw, selector: "Property[key.name='dangerouslySetInnerHTML']" };
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read once, in config: take them from there.',
};
const forwardRef = {
  selector:
    "CallExpression[callee.name='forwardRef'][arguments.0.type='ArrowFunctionExpression'][arguments.0.params.length=0]",
  message: 'Subjects call in one direction: no forwardRef.',
};

const refused = ['error', raw, rawProp, environment, forwardRef];
const but = (...rules) => refused.filter((rule) => !rules.includes(rule));

/** Our libraries, by name. */
const mayNotImport = (names, message) => ({
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^@gonggo/(${names.join('|')})(/|$)`, message }] },
    ],
  },
});
/** Folders, by relative path. */
const within = (type) => ({ element: { type } });
const api = (...subjects) => ({ element: { type: 'api', captured: { subject: subjects } } });
const refuse = (from, to, message) => ({ from, disallow: { to }, message });

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-server/**',
      '**/.next/**',
      '**/coverage/**',
      '**/next-env.d.ts',
      '.data/**',
      '.nx/**',
      '**/test-results/**',
      '**/playwright-report/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': refused,
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      // Node's own, and what scripts hand over to a browser.
      globals: Object.fromEntries(
        [...Object.getOwnPropertyNames(globalThis), 'module', 'document', 'window', 'location'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}', 'libs/content/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },

  {
    // Patterns over foreign text take linear time. Tests, which choose their own text, may be brief.
    files: ['apps/*/src/**', 'apps/web/server/**', 'libs/*/src/**', 'tools/**'],
    ignores: ['**/*.spec.{ts,tsx}', '**/*.test.mjs', '**/testing/**', '**/*.testing.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },

  // The few places that may do what is refused elsewhere.
  { files: ['**/{json-ld,jsonld,JsonLd}.tsx'], rules: { 'no-restricted-syntax': but(raw, rawProp) } },
  {
    files: [
      'apps/api/src/platform/config/**',
      'apps/api/test/**',
      'apps/web/server/config/**',
      'apps/web/server/config.ts',
      'apps/web/e2e/**',
      'apps/web/*.config.{ts,js,mjs}',
      'tools/**',
      'docs/**',
      '*.config.js',
    ],
    rules: { 'no-restricted-syntax': but(environment) },
  },
  { files: ['tools/bench/**'], rules: { 'no-restricted-syntax': but(environment, raw, rawProp) } },

  // Who may import whom: docs/architecture.md, "Dependencies".
  {
    files: ['libs/ui/src/**', 'libs/reply-store/src/**'],
    ...mayNotImport(['.*'], 'This library imports nothing of ours.'),
  },
  {
    files: ['libs/contract/src/**'],
    ...mayNotImport(['api', 'web', 'ui', 'reply-store'], 'contract imports content only.'),
  },
  {
    files: ['libs/content/src/**'],
    ...mayNotImport(['(?!content).*'], 'content imports nothing of ours; its editors import ui.'),
  },
  {
    files: [
      'libs/content/src/**/*.editor.tsx',
      'libs/content/src/editor.ts',
      'libs/content/src/**/editor/**',
    ],
    ...mayNotImport(['api', 'web', 'contract', 'reply-store'], 'content imports nothing of ours but ui.'),
  },
  {
    files: ['apps/api/**'],
    ...mayNotImport(['web', 'ui', 'content/editor'], 'No site, no buttons, no editors in the API.'),
  },
  { files: ['apps/web/**'], ...mayNotImport(['api'], 'Apps never import each other.') },
  {
    files: ['apps/web/server/**'],
    ...mayNotImport(['api', 'ui', 'content/editor'], 'The front renders nothing.'),
  },
  {
    files: ['apps/*/{src,server,test,e2e}/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': import.meta.dirname,
      'boundaries/elements': [
        { type: 'api', pattern: 'apps/api/src/*', partialMatch: false, capture: ['subject'] },
        { type: 'web', pattern: 'apps/web', partialMatch: false },
        { type: 'lib', pattern: 'libs/*', partialMatch: false, capture: ['name'] },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'allow',
          policies: [
            refuse(within('lib'), [within('api'), within('web')], 'Libraries never import apps.'),
            refuse(within('web'), within('api'), 'Apps never import each other.'),
            refuse(within('api'), within('web'), 'Apps never import each other.'),
            refuse(api('!(delivery|app.module.ts)'), api('delivery'), 'Nobody imports delivery.'),
            refuse(
              api('delivery'),
              api('drafts', 'publishing', 'accounts', 'auth'),
              'delivery knows published rows only.',
            ),
            refuse(api('drafts'), api('publishing', 'transfer'), 'publishing → drafts, never back.'),
            refuse(
              api('platform'),
              api('drafts', 'publishing', 'images', 'accounts', 'delivery', 'settings', 'taxonomy'),
              'The platform knows none of the subjects.',
            ),
          ],
        },
      ],
    },
  },
);
