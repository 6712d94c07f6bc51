import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutators.ts';

export interface Question {
  readonly tests: readonly string[];
  /** Asked last, of what no other test notices. */
  readonly answers: string;
  /** The sound sources where there is none. */
  readonly mutant?: Mutant | undefined;
  /** Whether the sound tests are to be loaded, and not run. */
  readonly loadOnly?: boolean;
}

export interface Outcome {
  /** What noticed the fault: a test, or what the fault has broken; null where nothing did. */
  readonly by: string | null;
  /** Whether the answers were asked, because no other test had noticed. */
  readonly byAnswers: boolean;
}

const ASKED = fileURLToPath(new URL('asked.ts', import.meta.url));

/** A fault may make a loop endless: it has so many times the time of the sound run, and at least so long. */
const PATIENCE = { times: 8, leastMs: 30_000 };
/** The first run tags what none has tagged before. */
const FIRST_RUN_MS = 300_000;

/** Node keeps something of every module that was ever loaded, a megabyte or two a fault. */
const FAULTS_A_PROCESS = 500;

/** A process that keeps what the tests have read. */
class Asked {
  readonly #child: ChildProcess;
  #left = FAULTS_A_PROCESS;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** @throws Error where a test fails without any fault. */
  static async start(sound: Question): Promise<Asked> {
    const child = fork(ASKED, {
      execArgv: ['--experimental-vm-modules', '--no-warnings', '--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const asked = new Asked(child);
    const { by } = await asked.ask(sound, FIRST_RUN_MS);
    if (by !== null) throw new Error(`Without any fault a test fails: ${by}`);
    return asked;
  }

  get spent(): boolean {
    return this.#left <= 0 || !this.#child.connected;
  }

  ask(question: Question, patienceMs: number): Promise<Outcome> {
    this.#left -= 1;
    return answerOf(this.#child, question, patienceMs);
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

/** A process that is too slow, or ends, has noticed the fault as well as a test; it is of no more use. */
const answerOf = (child: ChildProcess, question: Question, patienceMs: number): Promise<Outcome> =>
  new Promise((done) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      done(outcome);
    };
    const breaks = (by: string): void => {
      child.kill('SIGKILL');
      child.disconnect();
      end({ by, byAnswers: false });
    };
    const timer = setTimeout(() => {
      breaks('time');
    }, patienceMs);
    child.on('message', end);
    child.on('exit', (code) => {
      end({ by: `ended with ${String(code)}`, byAnswers: false });
    });
    // Where it cannot be sent, the process has ended, which is told above.
    child.send(question, () => undefined);
  });

/** Asks the tests about each fault, on all processors; the outcomes come in the order of the faults. */
export async function askAll(sound: Question, mutants: readonly Mutant[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...mutants.entries()];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const began = Date.now();
      let asked = await Asked.start(sound);
      const patienceMs = Math.max(PATIENCE.leastMs, PATIENCE.times * (Date.now() - began));
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, mutant] = next;
        if (asked.spent) {
          asked.end();
          asked = await Asked.start({ ...sound, loadOnly: true });
        }
        outcomes[index] = await asked.ask({ ...sound, mutant }, patienceMs);
      }
      asked.end();
    }),
  );
  return outcomes;
}
