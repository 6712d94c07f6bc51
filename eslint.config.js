import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['cdk.out/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    // A hostile file must not hold a function up: no pattern whose time grows faster than the text.
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'shared/cli/news-ingest.js'] } },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Taking a property out of an object, `({ left, ...rest }) => rest`, names it without using it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Index access is checked by the compiler (noUncheckedIndexedAccess); where an index is known to exist, "!" says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // A rule that nobody can follow cannot be mended: no function above 25, and few above 15 (test/complexity.test.ts).
    files: ['shared/language/**/*.ts'],
    rules: { complexity: ['error', 25] },
  },
  {
    files: ['reader/**'],
    rules: {
      // Handlers of the page's elements are short, and what they give back is looked at by nobody.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
);
