import { choose } from './choose.ts';

/** `npm run measure -- NAME`: the figures of docs/quality.md and docs/performance.md. */
await choose('npm run measure', {
  quality: [
    'scores on annotated text: statements, quotations, names, trees, formats',
    () => import('./quality/main.ts'),
  ],
  speed: ['words a second, load and memory, beside spaCy and compromise', () => import('./bench/language.ts')],
  costs: ['the bill of an article: units, time, messages, dollars', () => import('./bench/costs.ts')],
  questions: ['the time of each question in a small and in a large table', () => import('./bench/questions.ts')],
  bundles: ['size and cold start of each function', () => import('./bench/bundles.ts')],
  'hot-keys': [
    'units a second under the hottest keys, and which quota stops first',
    () => import('./bench/hot-keys.ts'),
  ],
  growth: ['an article of 5, 50 and 500 KB; a table of 100,000 articles', () => import('./bench/growth.ts')],
  load: ['thousands of articles dropped at once into the local AWS', () => import('./load/main.ts')],
});
