import { ConfigError } from '#kernel/config.ts';
import { StartError } from '#kernel/database/embedded/index.ts';
import { commands } from './commands/index.ts';

/** `bin/cairn <command> …`: what a person types. */
async function main([name = '--help', ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (command) return command.run(args);
  if (name !== '--help' && name !== 'help')
    throw new ConfigError(`there is no command "${name}". Try: bin/cairn --help`);
  process.stdout.write(`${help()}\n`);
}

function help(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  const lines = Object.values(commands).map(({ usage, about }) => `  bin/cairn ${usage.padEnd(width)}  ${about}`);
  return [
    'Cairn, from the command line.',
    '',
    ...lines,
    '',
    'Each takes --data DIR (default ./data), or DATABASE_URL from the environment.',
  ].join('\n');
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    if (error instanceof ConfigError || error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else console.error(error);
    process.exit(1);
  },
);
