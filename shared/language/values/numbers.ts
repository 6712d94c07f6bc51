const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
  }),
);
const FRACTIONS: ReadonlyMap<string, number> = new Map(Object.entries({ half: 0.5, quarter: 0.25, third: 1 / 3 }));

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
    FRACTIONS.has(lower)
  );
};

/** A number that grows word by word. */
class Sum {
  /** What is closed by a scale of thousands and more. */
  private total = 0;
  /** What the next scale multiplies; undefined where nothing has been said since the last. */
  private current: number | undefined;

  /** Nothing but "a" or "and" was read. */
  get isEmpty(): boolean {
    return this.total === 0 && this.current === undefined;
  }

  get value(): number {
    return Math.round((this.total + (this.current ?? 0)) * 1e6) / 1e6;
  }

  /** Takes a word in small letters; false where the number ends before it. */
  take(word: string): boolean {
    const digits = inDigits(word);
    const number = digits ?? small(word);
    if (number !== undefined) return (digits === undefined || this.current === undefined) && this.add(number);
    const scale = word.length > 1 ? (SCALES.get(word.replace(/s$/, '')) ?? SCALES.get(word)) : undefined;
    if (scale !== undefined) return this.multiply(scale);
    const fraction = this.current === undefined ? FRACTIONS.get(word) : undefined;
    return fraction !== undefined && this.add(fraction);
  }

  private add(number: number): true {
    this.current = (this.current ?? 0) + number;
    return true;
  }

  private multiply(scale: number): true {
    const times = (this.current ?? 1) * scale;
    this.current = scale < 1000 ? times : undefined;
    if (scale >= 1000) this.total += times;
    return true;
  }
}

/** "4,500", "4.4bn" */
function inDigits(word: string): number | undefined {
  const [, digits, scale = ''] = /^(\d[\d,]*(?:\.\d+)?)(k|m|mn|b|bn|tn)?$/.exec(word) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', '')) * (SCALES.get(scale) ?? 1);
}

/** A number at the beginning of words, and how many of them it takes: "4.4 billion", "two hundred and five", "a dozen". */
export function numberIn(words: readonly string[]): { readonly value: number; readonly length: number } | undefined {
  const sum = new Sum();
  const end = words.findIndex((word, at) => {
    const lower = word.toLowerCase();
    return !sum.take(lower) && !(isSmallWord(lower, at) && isNumberWord(words[at + 1] ?? ''));
  });
  const length = end < 0 ? words.length : end;
  return length === 0 || sum.isEmpty ? undefined : { value: sum.value, length };
}

/** "a million", "two hundred and five" */
const isSmallWord = (word: string, at: number): boolean => (at > 0 ? word === 'and' : /^an?$/.test(word));
