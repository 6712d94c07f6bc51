import { readFileSync } from 'node:fs';

/** Loads a system, lets it read each text, and prints what measure/bench/language.ts expects of a turn. */
export async function takeTurn(
  load: () => Promise<(text: string) => unknown>,
  more: (texts: readonly string[]) => Promise<object> = () => Promise.resolve({}),
): Promise<void> {
  const texts = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
  const began = performance.now();
  const read = await load();
  const loaded = performance.now() - began;

  const times: number[] = [];
  const cpu: number[] = [];
  const peaks: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    const before = process.cpuUsage();
    await read(text);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    peaks.push(process.resourceUsage().maxRSS / 1024);
  }
  console.log(JSON.stringify({ load: loaded, times, cpu, peaks: [peaks[0], peaks.at(-1)], ...(await more(texts)) }));
}
