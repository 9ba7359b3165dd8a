import { parseArgs } from 'node:util';
import { ConfigError, type Flags, readConfig } from '#kernel/config.ts';
import { jsonLog } from '#kernel/log.ts';
import { StartError, start } from './start.ts';

/** Flags and environment → a running Cairn, until it is asked to stop. */
async function main(): Promise<void> {
  const { flags, isNew } = readFlags(process.argv.slice(2));
  const log = jsonLog((line) => process.stderr.write(line));
  const running = await start(readConfig(process.env, flags), { isNew, log });
  process.stdout.write(`${running.greeting}\n`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    });
}

function readFlags(args: string[]): { flags: Flags; isNew: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, data: { type: 'string' }, new: { type: 'boolean' }, dev: { type: 'boolean' } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
      throw new ConfigError(`--port takes a number from 0 to 65535, not "${values.port}".`);
    const mode = values.dev ? 'development' : undefined;
    return { flags: { port, data: values.data, mode }, isNew: values.new ?? false };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${error instanceof Error ? error.message : error} Try: npm start -- --port 3000 --data ./data`);
  }
}

/** One clear sentence for what the operator can mend; the whole error for what only we can. */
function fail(error: unknown): never {
  if (error instanceof ConfigError || error instanceof StartError) process.stderr.write(`Cairn cannot start: ${error.message}\n`);
  else console.error(error);
  process.exit(1);
}

main().catch(fail);
