import { parseArgs } from 'node:util';
import { ConfigError, type Flags, readConfig } from '#kernel/config.ts';
import { StartError } from '#kernel/database/embedded/index.ts';
import { jsonLog } from '#kernel/log.ts';
import { freePort } from '#kernel/web/listen.ts';
import { greeting } from './greeting.ts';
import { start } from './start.ts';

/** Somebody asked Cairn to stop. */
class Leaving extends Error {}

/** Flags and environment → a running Cairn, until it is asked to stop. */
async function main(leaving: AbortSignal): Promise<void> {
  const { flags, isNew } = readFlags(process.argv.slice(2));
  const wanted = readConfig(process.env, flags);
  const config = readConfig(process.env, { ...flags, port: await freePort(wanted.port) });
  const log = jsonLog((line) => process.stderr.write(line));
  const onLost = (reason: string) => fail(new StartError('failed', `${reason}.`));
  const running = await start(config, { isNew, log, leaving, onLost });
  const words = await greeting(running.house);
  const stop = () => running.stop().then(() => process.exit(0), fail);
  if (leaving.aborted) return stop();
  leaving.addEventListener('abort', stop);
  process.stdout.write(`${words}\n`);
}

function readFlags(args: string[]): { flags: Flags; isNew: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        new: { type: 'boolean' },
        dev: { type: 'boolean' },
      },
    });
    return {
      flags: { port: portOf(values.port), data: values.data, mode: values.dev ? 'development' : undefined },
      isNew: values.new ?? false,
    };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `${error instanceof Error ? error.message : error}. Try: npm start -- --port 3000 --data ./data`,
    );
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`--port takes a number from 0 to 65535, not "${text}".`);
}

/** Aborts with the first Ctrl-C or SIGTERM, from the first moment on: a start that is cut short leaves no database behind. */
function whenAsked(): AbortSignal {
  const leaving = new AbortController();
  // disconnect: the launcher is gone
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(event, () => leaving.abort(new Leaving()));
  return leaving.signal;
}

/** One clear sentence for what the operator can mend; the whole error for what only we can. */
function fail(error: unknown): never {
  if (error instanceof Leaving) process.exit(0);
  if (error instanceof ConfigError || error instanceof StartError)
    process.stderr.write(`Cairn cannot start: ${error.message}\n`);
  else console.error(error);
  process.exit(1);
}

main(whenAsked()).catch(fail);
