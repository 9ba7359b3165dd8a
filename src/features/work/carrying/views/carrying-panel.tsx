import { ButtonLink, Notice } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../finding.ts';
import type { Carrying } from '../carrying.ts';

/** Above the work: what is asked of the reader. */
export function CarryingNotice({
  work,
  carrying,
  rights,
}: {
  work: Work;
  carrying: Carrying;
  rights: { offer: boolean; takeOver: boolean };
}) {
  const base = `/work/${work.address}`;
  return (
    <>
      {rights.takeOver && (
        <Notice title={t('You are asked to carry this on')}>
          <p>
            <a href={`${base}/carrying`}>{t('Say yes or no')}</a>
          </p>
        </Notice>
      )}
      {carrying.seeking !== null && (
        <Notice title={t('Seeks somebody to carry it on')}>
          <p class="as-typed">
            {carrying.seeking ||
              t('Nobody of this team is here any more. What they learned is; somebody could go on with it.')}
          </p>
          {rights.offer && <ButtonLink href={`${base}/offers/mine`}>{t('I could carry it on')}</ButtonLink>}
        </Notice>
      )}
    </>
  );
}

/** Below the team: who owns it, and who stands in. */
export function CarryingLine({ work, carrying, manage }: { work: Work; carrying: Carrying; manage: boolean }) {
  const { owner, deputy } = carrying;
  if (!manage && !deputy) return null;
  return (
    <p class="small">
      {owner && deputy && t('{owner} carries it on; {deputy} is deputy.', { owner: owner.name, deputy: deputy.name })}
      {owner && !deputy && t('{owner} carries it on.', { owner: owner.name })}{' '}
      {manage && <a href={`/work/${work.address}/carrying`}>{t('Deputy and handover')}</a>}
    </p>
  );
}
