import { type Picture, SmallLandscape } from '#features/landscape/index.ts';
import { emptyForm } from '#kernel/forms.ts';
import { Button, ButtonLink, type Child, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Featured } from '../featured.ts';
import type { Numbers } from '../numbers.ts';
import { FeaturedWork } from './featured.tsx';
import { Questions } from './questions.tsx';

type Case = { address: string; title: string; ask: string };
type Props = {
  numbers: Numbers;
  /** Null while there is no room for cases. */
  cases: Case[] | null;
  landscape: Picture | null;
  featured: Featured | null;
  panels: Child[];
};

/** Within a minute: what Cairn is for, three doors, the landscape, three questions, one real thing. */
export function HomePage({ numbers, cases, landscape, featured, panels }: Props) {
  const [newest] = cases ?? [];
  return (
    <>
      <div class={`home-hero${landscape ? '' : ' home-hero-plain'}`}>
        <div class="home-head">
          <h1>{t('Everyone who improves care adds a stone.')}</h1>
          <p class="lede">{t('Find who has tried it, show what changed, make the case.')}</p>
          <Doors cases={cases !== null} />
          <p class="small">{t('Open to read by anyone: what worked, what didn’t, and who can help.')}</p>
        </div>
        {landscape && <SmallLandscape picture={landscape} />}
      </div>
      <Questions numbers={numbers} cases={cases?.length ?? null} />
      {featured && <FeaturedWork featured={featured} />}
      {(newest || panels.some(Boolean)) && (
        <div class="home-band home-panels">
          {newest && <NewestCase {...newest} />}
          {panels}
        </div>
      )}
    </>
  );
}

/** What measured work is for: the argument that was published last, with what it asks. */
function NewestCase({ address, title, ask }: Case) {
  return (
    <section class="home-case">
      <p class="eyebrow">{t('Make the case')}</p>
      <h2>
        <a href={`/cases/${address}`}>{title}</a>
      </h2>
      {ask && <p class="home-ask">{ask}</p>}
      <p class="small">{t('Each number in it leads back to its readings.')}</p>
    </section>
  );
}

/** Three doors: look for work like one's own, share one's own, see what comes of it. */
function Doors({ cases }: { cases: boolean }) {
  return (
    <div class="home-doors">
      <form class="home-search" method="get" action="/work">
        <TextField form={emptyForm} name="words" type="search" label={t('What are you trying to improve?')} />
        <Button>{t('Find work like mine')}</Button>
      </form>
      <p class="buttons">
        <ButtonLink href="/work/new" kind="secondary">
          {t('Share yours in three minutes')}
        </ButtonLink>
        {cases && (
          <ButtonLink href="/cases" kind="secondary">
            {t('See a case')}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}
