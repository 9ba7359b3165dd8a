import { type Picture, SmallLandscape } from '#features/landscape/index.ts';
import { emptyForm } from '#kernel/forms.ts';
import { Button, ButtonLink, type Child, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Featured } from '../featured.ts';
import type { Numbers } from '../numbers.ts';
import { FeaturedWork } from './featured.tsx';
import { Questions } from './questions.tsx';

type Props = {
  numbers: Numbers;
  cases: number | null;
  landscape: Picture | null;
  featured: Featured | null;
  panels: Child[];
};

/** Within a minute: what Cairn is for, three doors, the landscape, three questions, one real thing. */
export function HomePage({ numbers, cases, landscape, featured, panels }: Props) {
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
      <Questions numbers={numbers} cases={cases} />
      {featured && <FeaturedWork featured={featured} />}
      {panels.some(Boolean) && <div class="home-band">{panels}</div>}
    </>
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
