import type { MonthCounts } from '../shared/table/counts.ts';
import { count, monthName } from './words.ts';

type Month = MonthCounts['months'][number];

const HEIGHT = 90;
const STEP = 16;
const BAR = 11;

/** Older months are told in words: more bars than these cannot be told apart on a telephone. */
const MOST_MONTHS = 36;

/** Articles by month, and how much of the month's is said: bars for who sees them, a table for everybody. */
export function MonthChart({ counts }: { readonly counts: MonthCounts }) {
  const months = everyMonth(counts.months).slice(-MOST_MONTHS);
  if (months.length === 0) return null;
  const highest = Math.max(1, ...months.map(({ articles, statements }) => Math.max(articles, statements)));
  const scale = (n: number) => Math.round((n / highest) * HEIGHT);
  const width = Math.max(months.length * STEP, 8 * STEP);
  const total = months.reduce((sum, { articles }) => sum + articles, 0);
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + 18}`}
        role="img"
        preserveAspectRatio="xMinYMid meet"
        aria-label={`${count(total, 'article')} from ${monthName(months[0]!.month)} to ${monthName(months.at(-1)!.month)}`}
      >
        <line class="axis" x1="0" x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
        {months.map(({ month, articles, statements }, index) => (
          <g>
            <title>{`${monthName(month)}: ${count(articles, 'article')}, ${count(statements, 'statement')}`}</title>
            <rect
              class="articles"
              x={index * STEP + 2}
              width={BAR}
              y={HEIGHT - scale(articles)}
              height={scale(articles)}
            />
            <rect
              class="statements"
              x={index * STEP + 2 + BAR / 3}
              width={BAR / 3}
              y={HEIGHT - scale(statements)}
              height={scale(statements)}
            />
            {(month.endsWith('-01') || index === 0) && (
              <text x={index * STEP + 2} y={HEIGHT + 14}>
                {month.endsWith('-01') ? month.slice(0, 4) : month}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <span class="key-articles">articles</span> <span class="key-statements">statements</span>
        <details>
          <summary>As a table</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Articles</th>
                <th scope="col">Statements</th>
              </tr>
            </thead>
            <tbody>
              {counts.months.map(({ month, articles, statements }) => (
                <tr>
                  <th scope="row">{monthName(month)}</th>
                  <td>{articles}</td>
                  <td>{statements}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}

/** Oldest first, those without any between them. */
function everyMonth(newestFirst: readonly Month[]): Month[] {
  const known = new Map(newestFirst.map((month) => [month.month, month]));
  const [last, first] = [newestFirst[0]?.month, newestFirst.at(-1)?.month];
  const months: Month[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = after(month))
    months.push(known.get(month) ?? { month, articles: 0, statements: 0 });
  return months;
}

const after = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
};
