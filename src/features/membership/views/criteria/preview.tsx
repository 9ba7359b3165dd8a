import { emptyForm } from '#kernel/forms.ts';
import { Empty, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../../criteria.ts';
import { PATHWAYS, type Pathway, pathwayName } from '../../words.ts';
import { Question } from '../application-form.tsx';

/** The questions just as an applicant of this pathway meets them. Nothing here is sent. */
export function PreviewPage({
  criteria,
  pathway,
  isDraft,
}: {
  criteria: Criterion[];
  pathway: Pathway;
  isDraft: boolean;
}) {
  return (
    <div class="reading">
      <PageHead
        title={t('As an applicant sees it')}
        above={<a href="/steward/criteria">{t('What we ask of applicants')}</a>}
        lede={isDraft ? t('The next version. Nobody is asked this yet.') : t('What is asked now.')}
      />
      <nav class="queue-shows" aria-label={t('Whose words')}>
        <ul>
          {PATHWAYS.map((one) => (
            <li>
              <a href={`/steward/criteria/preview?as=${one}`} aria-current={one === pathway ? 'page' : undefined}>
                {pathwayName(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {criteria.length === 0 && (
        <Empty>
          <p>{t('There is no criterion in this version yet.')}</p>
        </Empty>
      )}
      {criteria.map((criterion) => (
        <Question criterion={criterion} pathway={pathway} form={emptyForm} />
      ))}
    </div>
  );
}
