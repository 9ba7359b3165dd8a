import type { Work } from '#features/work/index.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Diagram, type Driver, fallingWith } from '../diagram.ts';
import { above, below, type Tier, tierColumn, tierName } from '../tiers.ts';

/** Hangs something under a driver, or under the aim: one a line. */
export function NewDrivers({
  work,
  diagram,
  parent,
  form,
}: {
  work: Work;
  diagram: Diagram;
  parent: Driver | null;
  form: Form;
}) {
  const tier = below(parent?.tier ?? null) ?? 'change';
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Add to the diagram')} above={<Back work={work} />} />
      <p>
        {parent
          ? t('They will hang under “{words}”.', { words: parent.words })
          : t('They will hang under the aim: {aim}', { aim: diagram.aim })}
      </p>
      <PostForm action={`/work/${work.address}/drivers`}>
        <input type="hidden" name="under" value={parent?.short ?? ''} />
        <TextArea form={form} name="lines" label={tierColumn(tier)} hint={hintOf(tier)} rows={5} />
        <Button>{t('Add them')}</Button>
      </PostForm>
    </div>
  );
}

/** One driver: its words, and what it serves. */
export function DriverForm({
  work,
  diagram,
  driver,
  form,
}: {
  work: Work;
  diagram: Diagram;
  driver: Driver;
  form: Form;
}) {
  const here = `/work/${work.address}/drivers/${driver.short}`;
  const tier = above(driver.tier);
  const choices = diagram.drivers
    .filter((one) => one.tier === tier)
    .map(({ short, words }) => ({ value: short, label: words }));
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Change a box')} above={<Back work={work} />} />
      <PostForm action={here} method="put">
        <TextField form={form} name="words" label={tierName(driver.tier)} />
        {tier && (
          <Checkboxes
            form={form}
            name="parents"
            label={t('What does it serve?')}
            hint={t('As many as you like. A line is drawn to each.')}
            choices={choices}
          />
        )}
        <Button>{t('Save it')}</Button>
      </PostForm>
      <p>
        <a href={`${here}/removal`}>{t('Remove it from the diagram')}</a>
      </p>
    </div>
  );
}

/** What removing would do, before it is done. */
export function DriverRemoval({ work, diagram, driver }: { work: Work; diagram: Diagram; driver: Driver }) {
  const here = `/work/${work.address}/drivers/${driver.short}`;
  const falling = fallingWith(diagram, driver);
  const cycles = [...new Set([driver, ...falling].flatMap((one) => one.cycles))].length;
  return (
    <div class="reading">
      <PageHead title={t('Remove this box?')} above={<Back work={work} />} lede={driver.words} />
      <Notice tone="bracken">
        {falling.length === 0 && <p>{t('Nothing else goes with it.')}</p>}
        {falling.length > 0 && (
          <>
            <p>
              {t(
                '{count, plural, one {This hangs under nothing else and goes too:} other {These hang under nothing else and go too:}}',
                {
                  count: falling.length,
                },
              )}
            </p>
            <ul>
              {falling.map(({ words, tier }) => (
                <li>
                  {words} <span class="small">{tierName(tier)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {cycles > 0 && (
          <p>
            {t(
              '{cycles, plural, one {One cycle tried it: it stays, and no longer names the idea.} other {# cycles tried it: they stay, and no longer name the idea.}}',
              { cycles },
            )}
          </p>
        )}
      </Notice>
      <PostForm action={here} method="delete">
        <p class="buttons">
          <Button kind="warning">{t('Remove it')}</Button>
          <ButtonLink href={here} kind="secondary">
            {t('Keep it')}
          </ButtonLink>
        </p>
      </PostForm>
    </div>
  );
}

function Back({ work }: { work: Work }) {
  return <a href={`/work/${work.address}/drivers`}>{t('Back to the driver diagram')}</a>;
}

function hintOf(tier: Tier): string {
  return {
    primary: () => t('One a line. What has to be so for the aim to be reached? Most diagrams have three to five.'),
    secondary: () => t('One a line. What does that rest on, closer to daily work?'),
    change: () => t('One a line. What could you try, beginning on Monday?'),
  }[tier]();
}
