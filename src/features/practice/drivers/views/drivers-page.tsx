import type { Work } from '#features/work/index.ts';
import { emptyForm, type Form, filled } from '#kernel/forms.ts';
import { Button, Drawn, Empty, ErrorSummary, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Diagram } from '../diagram.ts';
import { DriverInk } from './drawing.tsx';
import { Outline } from './outline.tsx';

/** The driver diagram: as a picture where there is room, and as an outline everywhere, which its team edits. */
export function DriversPage({
  work,
  diagram,
  edit,
  failed,
}: {
  work: Work;
  diagram: Diagram | null;
  edit: boolean;
  failed?: Form;
}) {
  const base = `/work/${work.address}`;
  const form =
    failed ?? (diagram ? filled({ aim: diagram.aim }) : work.aim ? filled({ aim: work.aim.slice(0, 300) }) : emptyForm);
  return (
    <article class="drivers">
      {failed && <ErrorSummary form={failed} />}
      <PageHead
        title={t('Driver diagram')}
        above={<a href={base}>{work.title}</a>}
        lede={t('What the team wants, what has to be so for that, and what it could do about it.')}
      />
      {diagram && diagram.drivers.length > 0 && (
        <>
          <figure class="drivers-figure">
            <Drawn
              name="drivers"
              from={[work.title, diagram]}
              ink={() => <DriverInk diagram={diagram} id={`drivers-${work.short}`} title={titleOf(work)} />}
            />
          </figure>
          <p class="small">
            {t('Take it along:')} <a href={`${base}/drivers.svg`}>{t('as SVG')}</a> ·{' '}
            <a href={`${base}/drivers.png`}>{t('as a picture (PNG)')}</a> ·{' '}
            <a href={`${base}/drivers.csv`}>{t('as a table (CSV)')}</a>
          </p>
        </>
      )}
      {!diagram && !edit && (
        <Empty>
          <p>{t('This team has not drawn one yet.')}</p>
        </Empty>
      )}
      {diagram && (
        <section class="drivers-outline">
          <h2>{t('The same in words')}</h2>
          <p class="outline-aim">
            <span class="small">{t('Aim')}</span> <span class="outline-words">{diagram.aim}</span>
          </p>
          <Outline base={base} diagram={diagram} parent={null} edit={edit} />
        </section>
      )}
      {edit && (
        <section class="reading">
          <h2>{diagram ? t('The aim') : t('Begin with the aim')}</h2>
          <PostForm action={`${base}/drivers`} method="put">
            <TextArea
              form={form}
              name="aim"
              label={t('What is the work to achieve?')}
              hint={t('How much, for whom, by when')}
              rows={2}
            />
            <Button kind={diagram ? 'secondary' : 'primary'}>{t('Save the aim')}</Button>
          </PostForm>
        </section>
      )}
    </article>
  );
}

export function titleOf(work: Work): string {
  return t('Driver diagram of “{title}”', { title: work.title });
}
