import type { Panel } from '#features/people/index.ts';
import { Button, ButtonLink, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { isOpen } from './blocks.ts';
import { may } from './policy.ts';

/** Below the name on a profile: the way to write to the person, or to one's own settings. */
export const writePanel: Panel = async (db, profile, actor) => {
  if (actor.id === profile.id)
    return (
      <ButtonLink href="/messages" kind="secondary">
        {t('Who may write to you')}
      </ButtonLink>
    );
  if (!may(actor, 'write', profile)) return null;
  if (!(await isOpen(db, profile, actor)))
    return <p class="small">{t('{name} is not taking messages at the moment.', { name: profile.name })}</p>;
  return (
    <ButtonLink href={`/people/${profile.address}/messages/new`}>
      {t('Write to {name}', { name: profile.name })}
    </ButtonLink>
  );
};

/** At the side of a profile: to be left in peace by the person. */
export const blockPanel: Panel = async (_db, profile, actor) =>
  may(actor, 'block', profile) && (
    <PostForm action={`/people/${profile.address}/block`} method="put" className="block-person">
      <Button kind="secondary">{t('No messages from them, please')}</Button>
    </PostForm>
  );
