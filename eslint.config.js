import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import {defineConfig, globalIgnores} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {LAYERS} from './test/support/layers.mjs';

/** What a part of src may not import; see test/support/layers.mjs. */
function layer([part, {parts, packages, types = []}]) {
  const closed = Object.keys(LAYERS).filter((other) => ![part, ...parts, ...types].includes(other));
  const patterns = [
    {regex: `\\.\\./(${closed.join('|')})[/.]`},
    packages && {regex: `^(?!\\.|(${[...packages, ...types].join('|')})(/|$))`},
    types.length && {regex: `^(\\.\\./)*(${types.join('|')})(/|$)`, allowTypeImports: true},
  ];
  return {
    files: [part === 'index' ? 'src/index.ts' : `src/${part}/**/*.ts`],
    rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns: patterns.filter(Boolean)}]},
  };
}

/** Not to be waited for: node:test does so itself, and chai's `equal` is no promise, whatever its types say. */
const SETTLED = [
  {from: 'package', name: ['describe', 'it', 'test'], package: 'node:test'},
  {from: 'package', name: 'Equal', package: 'chai'},
];

export default defineConfig(
  globalIgnores(['dist', 'demo/dist', 'site/dist', 'examples', 'coverage', 'test-results']),
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
    ],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {disallowTypeAnnotations: false}],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
      '@typescript-eslint/no-floating-promises': ['error', {allowForKnownSafeCalls: SETTLED}],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // An async function that does not wait still turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      // Interfaces of callbacks are written as methods.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  Object.entries(LAYERS).map(layer),
  {
    // Tests read JSON as it came, and hand over what the types forbid.
    files: ['test/**/*.ts'],
    rules: Object.fromEntries(
      [
        'no-base-to-string',
        'no-non-null-assertion',
        'no-unsafe-argument',
        'no-unsafe-assignment',
        'no-unsafe-call',
        'no-unsafe-member-access',
        'no-unsafe-return',
        'prefer-promise-reject-errors',
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'console'],
      'no-restricted-properties': [
        'error',
        {object: 'Date', property: 'now', message: 'Time comes in as an argument.'},
        {object: 'Math', property: 'random', message: 'Chance comes in as an argument.'},
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"])',
          message: 'Time comes in as an argument.',
        },
      ],
    },
  },
);
