import {
  Button,
  ButtonLink,
  type Child,
  type Choice,
  Empty,
  Notice,
  PageHead,
  PostForm,
  Tag,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Carrying } from '../carrying/carrying.ts';
import { CarryingLine, CarryingNotice } from '../carrying/views/carrying-panel.tsx';
import { DISPUTED, modesInWords, type Shares } from '../modes.ts';
import type { Standing } from '../placements.ts';
import type { Publication } from '../publication/publications.ts';
import type { Found } from '../search.ts';
import type { Team } from '../team/team.ts';
import type { Update } from '../updates.ts';
import type { Work } from '../works.ts';
import { Advice } from './advice.tsx';
import { StateTag } from './card.tsx';
import { Citing } from './citing.tsx';
import { ShareBar } from './share-bar.tsx';
import { Tags } from './tags.tsx';
import { TeamPanel } from './team-panel.tsx';
import { UpdatesPanel } from './updates-panel.tsx';
import { VisibilityNote } from './visibility-note.tsx';
import { monthsOf } from './when.ts';
import { whereOf } from './where.ts';

export type Rights = {
  edit: boolean;
  join: boolean;
  place: boolean;
  release: boolean;
  offer: boolean;
  takeOver: boolean;
  manage: boolean;
};
type Props = {
  work: Work;
  team: Team;
  updates: Update[];
  standing: Standing | null;
  mine: Shares | null;
  publication: Publication | null;
  alike: Found[];
  carrying: Carrying;
  topics: Choice[];
  rights: Rights;
  url: string;
  community: string;
  /** Where one asks locally whether this is research; empty where the community has no address. */
  advice: string;
  panels: Child[];
};

/** The page of a piece of work: what and why first, then what was measured, then who, and how to go on. */
export function WorkPage(props: Props) {
  const { work, team, updates, standing, mine, publication, alike, topics, rights, panels, carrying } = props;
  const base = `/work/${work.address}`;
  return (
    <article class="work">
      <PageHead
        title={work.title}
        lede={work.aim || undefined}
        above={
          <>
            <StateTag state={work.state} />
            <Tag>{work.organisation ? <Where work={work} organisation={work.organisation} /> : whereOf(work)}</Tag>
            {monthsOf(work) && <span>{monthsOf(work)}</span>}
          </>
        }
      >
        {rights.edit && (
          <p class="buttons">
            <ButtonLink href={`${base}/edit`} kind="secondary">
              {t('Edit')}
            </ButtonLink>
            <ButtonLink href={`${base}/publication`} kind={publication ? 'secondary' : 'primary'}>
              {publication ? t('Who can see it') : t('Make it visible')}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      <VisibilityNote work={work} publication={publication} rights={rights} />
      {rights.join && (
        <Notice title={t('You were named on this team')}>
          <PostForm action={`${base}/team/me`} method="put">
            <Button>{t('Yes, show my name')}</Button>
          </PostForm>
          <PostForm action={`${base}/team/me`} method="delete">
            <Button kind="secondary">{t('No, thank you')}</Button>
          </PostForm>
        </Notice>
      )}
      <CarryingNotice work={work} carrying={carrying} rights={rights} />
      <div class="work-columns">
        <div class="work-story">
          {work.state === 'stopped' && (
            <Section
              className="work-lesson"
              title={t('For the next person')}
              text={work.lesson || t('The team has not said yet what they would tell the next person.')}
            />
          )}
          {rights.edit && !work.problem && !work.tried && (
            <Empty>
              <p>
                {rich(
                  'A title is a good start. <a>Say what the problem was and what you tried</a>, in a line or two, and others can learn from it.',
                  { a: (words) => <a href={`${base}/edit`}>{words}</a> },
                )}
              </p>
            </Empty>
          )}
          <Section title={t('The problem')} text={work.problem} />
          <Section title={t('What was tried')} text={work.tried} />
          {work.state !== 'stopped' && <Section title={t('What we would tell the next person')} text={work.lesson} />}
          {panels}
          <UpdatesPanel base={base} updates={updates} edit={rights.edit} />
        </div>
        <aside class="work-side">
          <section>
            <h2>{t('What kind of work')}</h2>
            {standing ? (
              <>
                <ShareBar shares={standing} />
                <p>{modesInWords(standing)}</p>
                <p class="small">
                  {t('{people, plural, one {As one person sees it.} other {The mean of how # people see it.}}', {
                    people: standing.people,
                  })}{' '}
                  {standing.spread >= DISPUTED && t('They differ: this is disputed ground.')}
                </p>
              </>
            ) : (
              <p class="small">{t('Nobody has placed it yet.')}</p>
            )}
            {rights.place && (
              <p>
                <a href={`${base}/placements/mine`}>
                  {mine ? t('Change where you see it') : t('Say where you see it')}
                </a>
              </p>
            )}
            <Tags work={work} topics={topics} />
          </section>
          <TeamPanel base={base} team={team} edit={rights.edit}>
            <CarryingLine work={work} carrying={carrying} manage={rights.manage} />
          </TeamPanel>
          {rights.edit && <Advice address={props.advice} />}
          {alike.length > 0 && (
            <section>
              <h2>{t('Work like this')}</h2>
              <ul class="plain-list">
                {alike.map((other) => (
                  <li>
                    <a href={`/work/${other.address}`}>{other.title}</a> <span class="small">{whereOf(other)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Citing {...props} />
        </aside>
      </div>
    </article>
  );
}

function Where({ work, organisation }: { work: Work; organisation: { name: string; address: string } }) {
  return (
    <>
      <a href={`/organisations/${organisation.address}`}>{organisation.name}</a>
      {`, ${whereOf({ ...work, organisation: null })}`}
    </>
  );
}

function Section({ title, text, className }: { title: string; text: string; className?: string }) {
  if (!text) return null;
  return (
    <section class={className}>
      <h2>{title}</h2>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p class="as-typed">{paragraph}</p>
      ))}
    </section>
  );
}
