import { WorkCard } from '#features/work/index.ts';
import { countryName } from '#kernel/countries.ts';
import { Button, Empty, PageHead, PostForm } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Step, StepName } from '../steps.ts';
import type { Neighbour, Path } from '../welcome.ts';

type Props = { path: Path; name: string; community: string };

/** The way in, for the first 30 days: three people, two pieces of work, one thing to do. */
export function WelcomePage({ path, name, community }: Props) {
  if (path.left === null) return <PathOver />;
  return (
    <>
      <PageHead
        title={t('Welcome, {name}', { name })}
        lede={t(
          'A way into {community}: three people, two pieces of work, and one small thing to do. Others are here tomorrow.',
          { community },
        )}
      />
      <section aria-labelledby="people">
        <h2 id="people">{t('Three people you might like to know')}</h2>
        {path.people.length === 0 ? (
          <Empty>
            <p>{t('You are among the first. The directory fills as others come.')}</p>
          </Empty>
        ) : (
          <ul class="cards">
            {path.people.map((person) => (
              <li class="card">
                <h3>
                  <a href={`/people/${person.address}`}>{person.name}</a>
                </h3>
                {person.headline && <p>{person.headline}</p>}
                <p class="small">{whyOf(person)}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="works">
        <h2 id="works">{t('Two pieces of work')}</h2>
        <ul class="cards">
          {path.works.map((work) => (
            <li>
              <WorkCard work={work} />
            </li>
          ))}
        </ul>
      </section>
      <section class="reading" aria-labelledby="thing">
        <h2 id="thing">{t('One thing to do in five minutes')}</h2>
        {path.today ? (
          <p>
            <a href={path.today.href}>{actOf(path.today.name)}</a> {reasonOf(path.today.name)}
          </p>
        ) : (
          <p>{t('You have done all that we could think of. Thank you: others find their way because of it.')}</p>
        )}
        <Done steps={path.done} />
      </section>
      <section class="reading">
        <p class="small">
          {t('This page is here for {left, plural, one {one more day} other {# more days}}.', { left: path.left })}
        </p>
        <PostForm action="/welcome/dismissal" method="put">
          <Button kind="secondary">{t('I have found my way, thank you')}</Button>
        </PostForm>
      </section>
    </>
  );
}

function Done({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <p class="small">{t('What you have done already:')}</p>
      <ul class="small">
        {steps.map(({ name }) => (
          <li>{doneOf(name)}</li>
        ))}
      </ul>
    </>
  );
}

function PathOver() {
  return (
    <div class="reading">
      <PageHead
        title={t('You know your way around')}
        lede={t('The welcome path is for a member’s first 30 days. Everything that it led to is still here.')}
      />
      <p>
        {rich('<people>Find people</people>, <work>browse the work</work>, or <invite>bring somebody in</invite>.', {
          people: (text) => <a href="/people">{text}</a>,
          work: (text) => <a href="/work">{text}</a>,
          invite: (text) => <a href="/invitations">{text}</a>,
        })}
      </p>
    </div>
  );
}

/** On a member's account page: the welcome path as long as it is there, and how to bring somebody in. */
export function AccountPanel({ left }: { left: number | null }) {
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t('You and others')}</h2>
      {left !== null && (
        <p>
          {rich(
            '<a>Your welcome page</a> has three people, two pieces of work and one thing to do, for {left, plural, one {one more day} other {# more days}}.',
            { a: (text) => <a href="/welcome">{text}</a>, left },
          )}
        </p>
      )}
      <p>{rich('Whom do we miss? <a>Bring somebody in</a>.', { a: (text) => <a href="/invitations">{text}</a> })}</p>
    </section>
  );
}

function whyOf({ sameSector, country }: Neighbour): string {
  if (sameSector) return t('Works in the same kind of place as you');
  return country ? t('From {country}', { country: countryName(country) }) : t('A member like you');
}

function actOf(name: StepName): string {
  if (name === 'can-help') return t('Say what you can help with.');
  if (name === 'place') return t('Place a piece of work on the landscape.');
  if (name === 'comment') return t('Say something under a story.');
  if (name === 'share') return t('Share a piece of work, however small.');
  return t('Think of one person whom we miss, and invite them.');
}

function reasonOf(name: StepName): string {
  if (name === 'can-help') return t('An hour of yours may be just what somebody is looking for.');
  if (name === 'place') return t('Where you see it is one more view, and views may differ.');
  if (name === 'comment') return t('Whoever wrote it will be glad that somebody read it.');
  if (name === 'share') return t('An idea counts, and so does what did not work.');
  return t('A line from you says more than any poster.');
}

function doneOf(name: StepName): string {
  if (name === 'can-help') return t('You said what you can help with.');
  if (name === 'place') return t('You placed a piece of work.');
  if (name === 'comment') return t('You commented on a story.');
  if (name === 'share') return t('You shared a piece of work.');
  return t('You invited somebody.');
}
