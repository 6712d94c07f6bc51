import { expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** Share of the language's functions that may be above this complexity; none may be above the most complex. */
const COMPLEX = 15;
const LARGEST_SHARE = 0.015;
const MOST_COMPLEX = 25;
/** Assertions that something is there; a token knows its neighbours, so that rules need none. */
const MOST_ASSERTIONS = 100;

test('few functions of the language are complex, and few assert what they do not know', async () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { '@typescript-eslint': tseslint.plugin },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: { complexity: ['error', 0], '@typescript-eslint/no-non-null-assertion': 'error' },
    },
  });
  const messages = (await eslint.lintFiles('shared/language/**/*.ts')).flatMap((file) => file.messages);
  const complexities = messages
    .filter(({ ruleId }) => ruleId === 'complexity')
    .map(({ message }) => Number(/complexity of (\d+)/.exec(message)?.[1]));
  expect(complexities.length).toBeGreaterThan(0);
  expect(Math.max(...complexities)).toBeLessThanOrEqual(MOST_COMPLEX);
  expect(complexities.filter((found) => found > COMPLEX).length / complexities.length).toBeLessThanOrEqual(
    LARGEST_SHARE,
  );
  expect(messages.filter(({ ruleId }) => ruleId?.endsWith('no-non-null-assertion')).length).toBeLessThanOrEqual(
    MOST_ASSERTIONS,
  );
});
