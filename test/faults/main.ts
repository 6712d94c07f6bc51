import { announce } from '../cli/running.ts';
import { startPipeline } from '../end-to-end/pipeline.ts';
import { SpoiledCalls } from '../end-to-end/spoiled-calls.ts';
import { apiQuestions, commandQuestions, rowQuestions } from './questions.ts';
import { hangingRead, heldCorrection, refusedCall } from './scenarios.ts';

/** Faults of single calls on the local AWS, with the waiting of the deployed stack: what each costs, by the clock. */
const READY_LIMIT_SECONDS = 30;
const NEIGHBOURS_LIMIT_SECONDS = 5;

const spoiled = new SpoiledCalls();
const pipeline = await startPipeline({ reroute: (endpoints) => spoiled.standBefore(endpoints) });
const stage = { pipeline, spoiled };

const hung = await hangingRead(stage, { forGood: true });
tell(
  hung.neighboursSeconds < NEIGHBOURS_LIMIT_SECONDS && hung.meanwhile !== 'READY' && hung.invocations.length === 1,
  `one GET of five in a batch hangs: the four others are READY after ${hung.neighboursSeconds.toFixed(1)} s, the fifth after ` +
    `${hung.hangingSeconds.toFixed(1)} s, when its GET is answered again`,
);
const refused = await refusedCall(stage);
tell(
  refused < READY_LIMIT_SECONDS,
  `one call to DynamoDB is refused: READY after ${refused.toFixed(1)} s, at most ${READY_LIMIT_SECONDS}`,
);
const unannounce = announce({ endpoints: pipeline.aws.endpoints, outputs: pipeline.aws.outputs });
for (const [where, questions] of [
  ['of the HTTP API', apiQuestions(pipeline)],
  ['of table and indexes', rowQuestions(pipeline)],
  ['of the command line', commandQuestions()],
] as const) {
  const { before, meanwhile, after, corrected } = await heldCorrection(stage, questions);
  const asked = questions.length;
  tell(
    before.length === asked && meanwhile.length === 0 && after.length === 0 && corrected.length === asked,
    `a correction is held in the queue: of ${asked} questions ${where} ${before.length} gave the old words before it, ` +
      `${meanwhile.length} while it waits, ${after.length} after it, when ${corrected.length} give the new ones`,
  );
  for (const name of [...meanwhile, ...after]) console.log(`               told the old words: ${name}`);
}
unannounce();
await pipeline.stop();
await spoiled.stop();

function tell(holds: boolean, what: string): void {
  console.log(`${holds ? 'holds        ' : 'DOES NOT HOLD'}  ${what}`);
  if (!holds) process.exitCode = 1;
}
