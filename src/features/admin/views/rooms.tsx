import type { Form } from '#kernel/forms.ts';
import { isOpen, ROOMS, type Room } from '#kernel/rooms.ts';
import type { Settings } from '#kernel/settings.ts';
import { Button, PostForm, Tag, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** What is open, each with one button. Closing loses nothing. */
export function Rooms({ community, form }: { community: Settings; form: Form }) {
  return (
    <section id="rooms">
      <h2>{t('Rooms')}</h2>
      <p>
        {t(
          'People, work and stories are always open. Open the others when they are of use. Closing one hides it and loses nothing.',
        )}
      </p>
      <ul class="cards">
        {ROOMS.map((room) => (
          <li class="card">
            <h3>
              {nameOf(room)} {isOpen(community, room) ? <Tag tone="moss">{t('open')}</Tag> : <Tag>{t('closed')}</Tag>}
            </h3>
            <p>{about(room)}</p>
            <Switch room={room} open={isOpen(community, room)} form={form} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Switch({ room, open, form }: { room: Room; open: boolean; form: Form }) {
  return (
    <PostForm action={`/steward/rooms/${room}/opening`} method={open ? 'delete' : 'put'}>
      {open && room === 'joining' && (
        <TextField
          form={form}
          name="sentence"
          label={t('What should people read instead?')}
          hint={t('For example: “We take applications again in March.”')}
          optional
        />
      )}
      <Button kind="secondary">
        {open ? t('Close') : t('Open')}
        <span class="visually-hidden">: {nameOf(room)}</span>
      </Button>
    </PostForm>
  );
}

function nameOf(room: Room): string {
  if (room === 'landscape') return t('Landscape');
  if (room === 'cases') return t('Cases, and the evidence for them');
  return t('Applications');
}

function about(room: Room): string {
  if (room === 'landscape')
    return t('All public work on one map of four modes. With fewer than 30 pieces of work it is a list.');
  if (room === 'cases')
    return t('Claims of what work brought, graded by their data, and the cases for decision makers that rest on them.');
  return t('New people can apply to become members. While this is closed, those who have begun may finish.');
}
