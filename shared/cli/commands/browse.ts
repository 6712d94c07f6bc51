import { once } from 'node:events';
import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { plainApi, signedApi } from '../../browse/api-client.ts';
import { buildPage } from '../../browse/build-page.ts';
import { servePage } from '../../browse/serve-page.ts';
import { connectTo, output as stackOutput } from '../connection.ts';
import { stackOption } from '../options.ts';

export const browseCommand = new Command('browse')
  .description('Serve the page that shows articles, names and statements, to this machine alone, until Ctrl+C.')
  .option('--port <number>', 'on this port; else on 7117, or any other where that is taken', portNumber)
  .addOption(stackOption)
  .action(async ({ stack, port }) => {
    const { outputs } = await connectTo(stack);
    const url = stackOutput(outputs, 'ApiUrl');
    const server = await servePage({
      files: await buildPage(),
      askApi: stack === undefined ? plainApi(url) : signedApi(url),
      port,
      keyed: stack !== undefined,
    });
    console.log(`Open ${server.link}\nCtrl+C ends it.`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await server.stop();
  });

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('It takes a whole number from 1 to 65535.');
}
