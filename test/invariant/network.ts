import type { Decision } from './decide.ts';
import { type Call, type Lambda, serviceError } from './lambda.ts';
import type { Planted } from './planted-faults.ts';
import type { Queues } from './queues.ts';
import type { Services } from './services.ts';
import type { Subscriber } from './subscriber.ts';

interface Ends {
  readonly services: Services;
  readonly queues: Queues;
  readonly lambda: Lambda;
  readonly subscriber: Subscriber;
  readonly planted: Planted;
  readonly count: (what: string) => void;
}

/** Between the functions and what they call: carries one call at a time, or lets it fail. */
export class Network {
  readonly #ends: Ends;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  async goOn({ fault, pick }: Decision): Promise<void> {
    const { lambda, count } = this.#ends;
    const call = lambda.takeCall(pick);
    if (call.service === 'wait') {
      call.answer({});
      return;
    }
    if (fault) count(fault);
    if (fault === 'refused') call.refuse(serviceError('InternalServerError'));
    else if (fault === 'throttled') call.refuse(serviceError('ThrottlingException'));
    else if (fault === 'unanswered') {
      await this.#carryOut(call).catch(() => undefined);
      call.refuse(serviceError('TimeoutError'));
    } else if (fault === 'killed after') {
      await this.#carryOut(call).catch(() => undefined);
      lambda.killCaller(call);
    } else {
      // The SDK did not hear the answer, and asked again.
      if (fault === 'repeated') await this.#carryOut(call).catch(() => undefined);
      await this.#carryOut(call).then(call.answer, call.refuse);
    }
  }

  async #carryOut({ service, command }: Call): Promise<object> {
    const { services, queues, subscriber, planted, count } = this.#ends;
    count('calls');
    const tampered = planted.tamper ? planted.tamper(command) : command;
    if (!tampered) return {};
    if (service === 'sqs') {
      queues.send('extractions', await services.sent(tampered));
      return {};
    }
    if (service === 'sns') {
      const isNew = subscriber.hear(await services.told(tampered));
      count(isNew ? 'events' : 'events repeated');
      return {};
    }
    const answer = await (service === 's3' ? services.s3(tampered) : services.dynamodb(tampered));
    await subscriber.see(tampered, () => services.rows());
    return planted.twist?.(tampered, answer, []) ?? answer;
  }
}
