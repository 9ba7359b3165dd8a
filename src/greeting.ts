import { community } from '#features/founding/index.ts';
import type { House } from '#kernel/house.ts';
import { cast } from '#test/cast.ts';

/** What the terminal says once Cairn listens: where it is, and how to sign in. */
export async function greeting({ config, db, clock }: House): Promise<string> {
  const lines = ['', `  Cairn is ready: ${config.url}`];
  if (config.mode === 'demo' || config.mode === 'development')
    lines.push(
      '',
      '  This is the demo community: everything in it is invented, and it listens on this machine only.',
      `  Sign in as anybody in it: ${config.url}/demo`,
      ...(config.mode === 'development'
        ? Object.values(cast).map(({ name, headline }) => `    ${name}: ${headline}`)
        : []),
      `  Read the letters it sends: ${config.url}/outbox`,
    );
  const token = await community.invitation(db, clock());
  if (token)
    lines.push(
      '',
      '  Set up your community with this link. It works once, for seven days:',
      `  ${config.url}/founding/${token}`,
    );
  lines.push('', '  Ctrl-C stops it.', '');
  return lines.join('\n');
}
