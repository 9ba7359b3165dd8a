import { type Context, Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn, shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as authors from './authors.ts';
import * as cases from './cases.ts';
import { AuthorInput } from './input.ts';
import { allow } from './policy.ts';
import { AuthorsPage, InvitationPage } from './views/authors.tsx';

/** Who writes a case: asking, and answering. */
export function authorRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const shortIn = (c: Context<HouseEnv>) => shortIdIn(c.req.param('address') ?? '') ?? '';

  app.get('/:address/authors', async (c) => {
    const given = await findToEdit(c);
    return c.render(await page(given, emptyForm), { title: t('Who writes it'), unlisted: true });
  });

  app.post('/:address/authors', async (c) => {
    const given = await findToEdit(c);
    const again = (form: Form) => page(given, form);
    return submit(c, AuthorInput, { title: t('Who writes it'), again }, async ({ named }) => {
      await authors.invite(db, given, { named, url: config.url }, c.var.actor);
      return c.redirect(`/cases/${given.address}/authors`, 303);
    });
  });

  app.get('/:address/authors/me', async (c) => {
    const invitation = await invitationOf(c, c.var.actor);
    return c.render(<InvitationPage invitation={invitation} />, {
      title: t('Will you write this case together?'),
      unlisted: true,
    });
  });

  app.put('/:address/authors/me', async (c) => {
    const invitation = await invitationOf(c, c.var.actor);
    await authors.accept(db, invitation, c.var.actor);
    return c.redirect(`/cases/${invitation.address}/preview`, 303);
  });

  app.delete('/:address/authors/me', async (c) => {
    const { actor } = c.var;
    const mine = (await cases.own(db, actor)).find(({ short }) => short === shortIn(c));
    if (mine) await authors.leave(db, mine, actor);
    else await authors.decline(db, await invitationOf(c, actor), actor);
    return c.redirect('/cases', 303);
  });

  app.delete('/:address/authors/:invitation', async (c) => {
    const given = await findToEdit(c);
    await authors.uninvite(db, given, idIn(c.req.param('invitation')), c.var.actor);
    return c.redirect(`/cases/${given.address}/authors`, 303);
  });

  return app;

  async function invitationOf(c: Context<HouseEnv>, actor: Actor) {
    allow(actor, 'start', {}); // a visitor who follows the letter is told to sign in
    return authors.invitationOf(db, shortIn(c), actor);
  }

  async function findToEdit(c: Context<HouseEnv>) {
    const given = await cases.find(db, shortIn(c), c.var.actor);
    allow(c.var.actor, 'edit', given);
    return given;
  }

  async function page(given: cases.Case, form: Form) {
    return <AuthorsPage given={given} {...(await authors.of(db, given))} form={form} />;
  }
}
