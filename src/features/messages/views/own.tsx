import { Button, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** Whether somebody takes messages, and from whom they would rather not. */
export function OwnPage({ closed, blocked }: { closed: boolean; blocked: { name: string; address: string }[] }) {
  return (
    <div class="reading">
      <PageHead
        title={t('Who may write to you')}
        lede={
          closed
            ? t('You take no messages at the moment.')
            : t('Members may write to you. Your address is not shown to them.')
        }
      />
      <PostForm action="/messages/closure" method={closed ? 'delete' : 'put'}>
        <Button kind={closed ? 'primary' : 'secondary'}>
          {closed ? t('Take messages again') : t('Take no messages')}
        </Button>
      </PostForm>
      <h2>{t('People you would rather not hear from')}</h2>
      {blocked.length === 0 && <p>{t('Nobody. If somebody troubles you, their profile has a button for it.')}</p>}
      <ul class="plain-list">
        {blocked.map(({ name, address }) => (
          <li>
            <PostForm action={`/people/${address}/block`} method="delete">
              {name}{' '}
              <Button kind="secondary">
                {t('Let them write again')}
                <span class="visually-hidden"> ({name})</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </div>
  );
}
