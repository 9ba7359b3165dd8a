import type { Grant } from '#kernel/actor.ts';
import { countryName } from '#kernel/countries.ts';
import { Button, PageHead, PostForm } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Login } from '../logins.ts';

/** The demo's people, each with a button that signs in as them. */
export function LoginsPage({ logins, next }: { logins: Login[]; next: string }) {
  return (
    <>
      <PageHead
        title={t('Look around')}
        lede={t(
          'This is an invented community. Choose whose eyes to see it with; nothing that you do here reaches anybody.',
        )}
      />
      <p>{rich('Letters go nowhere: read them in <a>the outbox</a>.', { a: (x) => <a href="/outbox">{x}</a> })}</p>
      <ul class="cards">
        {logins.map(({ id, name, headline, roles }) => (
          <li class="card">
            <h2>{name}</h2>
            {headline && <p>{headline}</p>}
            <p class="small">
              {roles.length > 0 ? roles.map(roleName).join(', ') : t('Not a member; has a confirmed address')}
            </p>
            <PostForm action="/demo/session">
              <input type="hidden" name="person" value={id} />
              {next !== '/' && <input type="hidden" name="next" value={next} />}
              <Button>{t('Sign in as {name}', { name })}</Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </>
  );
}

const ROLE_NAMES: Record<Grant['role'], () => string> = {
  member: () => t('member'),
  assessor: () => t('assessor'),
  editor: () => t('editor'),
  moderator: () => t('moderator'),
  'data-lead': () => t('data lead'),
  steward: () => t('steward'),
};

function roleName({ role, country }: Grant): string {
  const name = ROLE_NAMES[role]();
  return country ? t('{role} for {country}', { role: name, country: countryName(country) }) : name;
}
