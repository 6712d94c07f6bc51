const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  dozen: 12,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const FRACTIONS: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25, third: 1 / 3 };

const small = (word: string): number | undefined => {
  const [tens = '', unit] = word.split('-');
  if (UNITS.includes(word)) return UNITS.indexOf(word);
  const ten = TENS.indexOf(tens);
  if (ten < 0) return undefined;
  if (unit === undefined) return 20 + 10 * ten;
  return UNITS.includes(unit) ? 20 + 10 * ten + UNITS.indexOf(unit) : undefined;
};

/** Whether a word is a number in letters or a scale. */
export const isNumberWord = (word: string): boolean => {
  const lower = word.toLowerCase();
  return (
    small(lower) !== undefined ||
    /^(?:hundred|dozen|thousand|million|billion|trillion)s?$/.test(lower) ||
    lower in FRACTIONS
  );
};

/** A number at the beginning of words, and how many of them it takes: "4.4 billion", "two hundred and five", "a dozen". */
export function numberIn(words: readonly string[]): { readonly value: number; readonly length: number } | undefined {
  let total = 0;
  let current: number | undefined;
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!.toLowerCase();
    const glued = /^(\d[\d,]*(?:\.\d+)?)(k|m|mn|b|bn|tn)?$/.exec(word);
    const scale = SCALES[word.replace(/s$/, '')] ?? SCALES[word];
    const number = glued ? Number(glued[1]!.replaceAll(',', '')) * (SCALES[glued[2] ?? ''] ?? 1) : small(word);
    if (number !== undefined) {
      if (current !== undefined && glued) break;
      current = (current ?? 0) + number;
    } else if (scale !== undefined && word.length > 1) {
      const times = (current ?? 1) * scale;
      if (scale >= 1000) {
        total += times;
        current = undefined;
      } else current = times;
    } else if (word in FRACTIONS && current === undefined) {
      current = FRACTIONS[word]!;
    } else if (!(
      (word === 'and' && at > 0 && isNumberWord(words[at + 1] ?? '')) ||
      (/^an?$/.test(word) && at === 0 && isNumberWord(words[1] ?? ''))
    ))
      break;
  }
  if (at === 0 || (total === 0 && current === undefined)) return undefined;
  return { value: Math.round((total + (current ?? 0)) * 1e6) / 1e6, length: at };
}
