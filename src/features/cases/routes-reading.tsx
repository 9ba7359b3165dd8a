import { type Context, Hono } from 'hono';
import { NotFound } from '#kernel/errors.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as cases from './cases.ts';
import * as changes from './changes.ts';
import { paperOf } from './pdf/paper.ts';
import { renderPdf } from './pdf/render.ts';
import { addressOf } from './permanent.ts';
import { may } from './policy.ts';
import * as versions from './versions.ts';
import { CasePage } from './views/case-page.tsx';

type Ending = 'page' | 'pdf' | 'json';

/** Published versions: as a page, a PDF and data. */
export function readingRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/:address', async (c) => {
    const [address, ending] = endingOf(c.req.param('address'));
    const { given, key } = await findCase(c, address);
    if (address !== given.address) {
      const old = `/cases/${given.address}${ending === 'page' ? '' : `.${ending}`}${suffixOf(key)}`;
      return c.redirect(old, 301);
    }
    if (given.latest === null) return c.redirect(`/cases/${given.address}/preview`, 302);
    return show(c, given, await versions.find(db, given, null, c.var.actor, key), ending, key);
  });

  app.get('/:address/versions/:number', async (c) => {
    const [number, ending] = endingOf(c.req.param('number'));
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
    const { given, key } = await findCase(c, c.req.param('address'));
    return show(c, given, await versions.find(db, given, Number(number), c.var.actor, key), ending, key);
  });

  return app;

  async function findCase(c: Context<HouseEnv>, address: string) {
    const key = c.req.query('key') ?? null;
    return { given: await cases.find(db, shortIdIn(address) ?? '', c.var.actor, key), key };
  }

  async function show(
    c: Context<HouseEnv>,
    given: cases.Case,
    version: versions.Version,
    ending: Ending,
    key: string | null,
  ) {
    const { actor } = c.var;
    if (version.opening !== 'public') c.header('Cache-Control', 'private, no-store');
    if (ending === 'json') return c.json({ ...version, hash: version.hash });
    if (ending === 'pdf') {
      const pdf = renderPdf(paperOf(version, config.url, version.opening === 'link' ? given.linkKey : null));
      c.header('Content-Type', 'application/pdf');
      c.header('Content-Disposition', `inline; filename="${given.address}-v${version.number}.pdf"`);
      return c.body(new Uint8Array(pdf));
    }
    const [changed, listed] = await Promise.all([
      changes.since(db, version, actor),
      versions.list(db, given, actor, key),
    ]);
    const edit = may(actor, 'edit', given) ? `/cases/${given.address}/edit` : null;
    const withdraw = may(actor, 'withdraw', given);
    return c.render(
      <CasePage
        version={version}
        base={`/cases/${given.address}`}
        suffix={suffixOf(key)}
        changed={changed}
        versions={listed}
        edit={edit}
        withdraw={withdraw}
      />,
      {
        title: version.title,
        description: t('What we ask: {ask}', { ask: version.ask }),
        unlisted: version.opening !== 'public',
      },
    );
  }
}

function endingOf(address: string): [string, Ending] {
  const ending = /\.(pdf|json)$/.exec(address)?.[1];
  return ending === 'pdf' || ending === 'json' ? [address.slice(0, -ending.length - 1), ending] : [address, 'page'];
}

function suffixOf(key: string | null): string {
  return key === null ? '' : `?key=${encodeURIComponent(key)}`;
}

/** `/s/<short id>`: what stands on paper. What it does not know it leaves to the next room. */
export function permanent({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  app.get('/:short', async (c, next) => {
    const address = await addressOf(db, c.req.param('short'), c.var.actor, c.req.query('key') ?? null);
    return address ? c.redirect(address, 302) : next();
  });
  return app;
}
