import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { fileNames } from './build/checks/lint-file-names.mjs';

/**
 * Every rule is an error or absent. Vietnamese in a regular expression reads papers; in any other literal it would
 * be text for the screen.
 */
const VIETNAMESE_LETTER = '/[\\u00C0-\\u024F\\u1E00-\\u1EFF\\u0300-\\u0323]/';
const vietnameseText = ['Literal:not([regex])[value=', 'TemplateElement[value.raw=', 'JSXText[value='].map(
  (selector) => ({
    selector: `${selector}${VIETNAMESE_LETTER}]`,
    message: 'Screen text lives in renderer/messages/ (electron/main/messages.ts, server/messages.ts).',
  }),
);
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'A default export has a different name in every file: export it by name.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of lower-case literals.' };
const noNamespace = { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Files are the namespaces.' };
const purity = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'shared/ has no clock: pass time in.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'shared/ has no clock: pass time in.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'shared/ has no randomness of its own.',
  },
];
const always = [noDefaultExport, noEnum, noNamespace];
const mayHoldVietnamese = [
  'renderer/messages/**',
  '**/*.test.{ts,tsx}',
  'electron/main/messages.ts',
  'server/messages.ts',
  'server/messages-of-log.ts',
  'e2e/**',
  'server/test-*.ts',
  'renderer/platform/fake-*.ts',
  'shared/**/*-table.ts',
  'shared/base/vietnamese*',
];

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.d.mts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './build/tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks, house: { rules: { 'file-names': fileNames } } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'house/file-names': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...always, ...vietnameseText],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../../*'], message: 'Import from another folder by its #name.' }] },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off', // type for data, interface for a port: a person decides
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // code points are what we want of a string
      '@typescript-eslint/no-dynamic-delete': 'off', // the fields of a record are data
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { files: mayHoldVietnamese, rules: { 'no-restricted-syntax': ['error', ...always] } },
  {
    files: ['shared/**/*.ts'],
    ignores: mayHoldVietnamese,
    rules: { 'no-restricted-syntax': ['error', ...always, ...vietnameseText, ...purity] },
  },
  {
    files: ['renderer/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['*.config.{js,ts}', 'build/**/*.config.{cjs,ts}'], rules: { 'no-restricted-syntax': ['error', noEnum] } },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that is wrong about this fails, as it should
    },
  },
);
