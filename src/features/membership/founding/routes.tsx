import { Hono } from 'hono';
import { z } from 'zod';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as founding from '../founding.ts';
import { allow } from '../policy.ts';
import { InvitationsPage } from '../views/invitations.tsx';

const InvitationInput = z.object({
  name: z
    .string({ error: () => t('Tell us whom you invite.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  email: z
    .email({ error: () => t('Give the e-mail address that the invitation goes to, such as name@example.org.') })
    .max(254, { error: () => t('That address is too long.') }),
  reason: z
    .string({ error: () => t('Say why. They read it, and it stays with their membership.') })
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') }),
});

export function routes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const title = () => t('Founding members');

  app.get('/', async (c) => {
    const invitations = await founding.list(db, c.var.actor);
    return c.render(<InvitationsPage invitations={invitations} form={emptyForm} />, { title: title(), unlisted: true });
  });

  app.post('/', async (c) => {
    const { actor } = c.var;
    allow(actor, 'invite-founder', {});
    const again = async (form: Form) => <InvitationsPage invitations={await founding.list(db, actor)} form={form} />;
    return submit(c, InvitationInput, { title: title(), again }, async (given) => {
      await founding.invite(db, given, config.url, actor);
      return c.redirect('/membership/invitations', 303);
    });
  });

  app.delete('/:id', async (c) => {
    await founding.withdraw(db, idIn(c.req.param('id')), c.var.actor);
    return c.redirect('/membership/invitations', 303);
  });

  return app;
}
