import { emptyForm, type Form } from '#kernel/forms.ts';
import {
  Button,
  type Choice,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  SelectField,
  TextArea,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../finding.ts';
import type { Carrying } from '../carrying.ts';

export type CarryingRights = { handOver: boolean; takeOver: boolean; team: boolean; accept: boolean };
export type Failed = { name: 'deputy' | 'handover' | 'seeking'; form: Form };

/** For the team: who owns the work, who stands in, and how it is handed on. */
export function CarryingPage({
  work,
  carrying,
  teammates,
  rights,
  failed,
}: {
  work: Work;
  carrying: Carrying;
  /** Everybody on the team but the owner. */
  teammates: Choice[];
  rights: CarryingRights;
  failed?: Failed;
}) {
  const base = `/work/${work.address}`;
  const { owner, deputy, handover, seeking, offers } = carrying;
  const formOf = (name: Failed['name']) => (failed?.name === name ? failed.form : emptyForm);
  return (
    <div class="reading">
      {failed && <ErrorSummary form={failed.form} />}
      <PageHead
        title={t('Who carries it on')}
        above={<a href={base}>{t('Back to {title}', { title: work.title })}</a>}
        lede={
          owner
            ? t('{name} looks after this work: answers questions, keeps its page true, and hands it on.', {
                name: owner.name,
              })
            : t('Nobody is left on this team who could be asked. Somebody else may carry the work on.')
        }
      />
      {rights.takeOver && handover && (
        <Notice title={t('Would you carry it on?')}>
          {handover.words && <p class="as-typed">{handover.words}</p>}
          <PostForm action={`${base}/handover/acceptance`} method="put">
            <Button>{t('Yes, I carry it on')}</Button>
          </PostForm>
          <PostForm action={`${base}/handover`} method="delete">
            <Button kind="secondary">{t('No, thank you')}</Button>
          </PostForm>
        </Notice>
      )}
      {offers.length > 0 && (
        <section>
          <h2>{t('Who would carry it on')}</h2>
          {offers.map(({ offerId, name, words }) => (
            <article class="update">
              <p>
                <strong>{name}</strong>
              </p>
              <p class="as-typed">{words}</p>
              {rights.accept && (
                <PostForm action={`${base}/offers/${offerId}/acceptance`} method="put">
                  <Button>{t('Accept: {name} carries it on', { name })}</Button>
                </PostForm>
              )}
            </article>
          ))}
        </section>
      )}
      {rights.team && (
        <section>
          <h2>{t('Deputy')}</h2>
          <p>
            {deputy
              ? t('{name} is deputy: the work falls to them if its owner leaves.', { name: deputy.name })
              : t('Nobody is deputy yet. People move on; a deputy keeps the work from being lost.')}
          </p>
          <PostForm action={`${base}/deputy`} method="put">
            <SelectField
              form={formOf('deputy')}
              name="deputy"
              label={t('Who stands in?')}
              empty={t('Choose somebody')}
              choices={teammates}
            />
            <Button kind="secondary">{t('Name the deputy')}</Button>
          </PostForm>
          {deputy && (
            <PostForm action={`${base}/deputy`} method="delete">
              <button class="plain-button" type="submit">
                {t('No deputy any more')}
              </button>
            </PostForm>
          )}
        </section>
      )}
      {rights.handOver && (
        <section>
          <h2>{t('Hand it over')}</h2>
          {handover && (
            <>
              <p>{t('You have asked {name}. Until they say yes nothing changes.', { name: handover.name })}</p>
              <PostForm action={`${base}/handover`} method="delete">
                <button class="plain-button" type="submit">
                  {t('Ask no longer')}
                </button>
              </PostForm>
            </>
          )}
          <PostForm action={`${base}/handover`} method="put">
            <SelectField
              form={formOf('handover')}
              name="to"
              label={t('Whom do you ask to carry it on?')}
              hint={t('Somebody on the team. Invite them first if they are not.')}
              empty={t('Choose somebody')}
              choices={teammates}
            />
            <TextArea form={formOf('handover')} name="note" optional label={t('A word to them')} rows={3} />
            <Button kind="secondary">{t('Ask them')}</Button>
          </PostForm>
        </section>
      )}
      {rights.handOver && (
        <section>
          <h2>{t('Seek somebody outside the team')}</h2>
          {seeking && (
            <>
              <p>{t('The page says that this work seeks somebody to carry it on:')}</p>
              <p class="as-typed">{seeking}</p>
              <PostForm action={`${base}/seeking`} method="delete">
                <button class="plain-button" type="submit">
                  {t('It seeks nobody any more')}
                </button>
              </PostForm>
            </>
          )}
          <PostForm action={`${base}/seeking`} method="put">
            <TextArea
              form={formOf('seeking')}
              name="seeking"
              label={t('What would somebody take on?')}
              hint={t('How much time, what there is, what is missing')}
              rows={3}
            />
            <Button kind="secondary">{t('Say that it seeks somebody')}</Button>
          </PostForm>
        </section>
      )}
    </div>
  );
}

/** A member offers to carry work on. */
export function OfferPage({
  work,
  carrying,
  mine,
  form,
}: {
  work: Work;
  carrying: Carrying;
  mine: boolean;
  form: Form;
}) {
  const here = `/work/${work.address}/offers/mine`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Carry it on')}
        above={<a href={`/work/${work.address}`}>{t('Back to {title}', { title: work.title })}</a>}
        lede={t('You would look after this work: answer questions, keep its page true, go on with it or end it well.')}
      />
      {carrying.seeking && <p class="as-typed">{carrying.seeking}</p>}
      <PostForm action={here} method="put">
        <TextArea form={form} name="words" label={t('Why you, and what would you do first?')} rows={4} />
        <Button>{mine ? t('Change my offer') : t('Offer to carry it on')}</Button>
      </PostForm>
      {mine && (
        <PostForm action={here} method="delete">
          <button class="plain-button" type="submit">
            {t('Take my offer back')}
          </button>
        </PostForm>
      )}
    </div>
  );
}
