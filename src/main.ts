import { parseArgs } from 'node:util';
import { ConfigError, type Flags, readConfig } from '#kernel/config.ts';
import { StartError } from '#kernel/database/embedded/index.ts';
import { jsonLog } from '#kernel/log.ts';
import { freePort } from '#kernel/web/listen.ts';
import { greeting } from './greeting.ts';
import { start } from './start.ts';

/** Flags and environment → a running Cairn, until it is asked to stop. */
async function main(): Promise<void> {
  const { flags, isNew } = readFlags(process.argv.slice(2));
  const wanted = readConfig(process.env, flags);
  const config = readConfig(process.env, { ...flags, port: await freePort(wanted.port) });
  const log = jsonLog((line) => process.stderr.write(line));
  const running = await start(config, { isNew, log, onLost: (reason) => fail(new StartError('failed', `${reason}.`)) });
  stopWhenAsked(running.stop);
  process.stdout.write(`${await greeting(running.house)}\n`);
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

/** Ctrl-C and SIGTERM: requests in hand, the worker and the database end in this order; then exit 0. */
function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), fail);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, once); // disconnect: the launcher is gone
}

/** One clear sentence for what the operator can mend; the whole error for what only we can. */
function fail(error: unknown): never {
  if (error instanceof ConfigError || error instanceof StartError)
    process.stderr.write(`Cairn cannot start: ${error.message}\n`);
  else console.error(error);
  process.exit(1);
}

main().catch(fail);
