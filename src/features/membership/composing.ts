import { t } from '#kernel/words.ts';
import type { Application } from './applications.ts';
import type { Assessment } from './assessments.ts';
import type { Criterion } from './criteria.ts';
import type { Outcome, View } from './words.ts';

/**
 * The letter of a decision, made from the reasons that assessors gave: a beginning for whoever decides, who edits it.
 * Reasons that speak against an outcome are left out of a welcome; what was good is said in every letter.
 */
export function compose(
  outcome: Outcome,
  {
    application,
    criteria,
    assessments,
    community,
    from,
  }: {
    application: Pick<Application, 'name'>;
    criteria: Criterion[];
    assessments: Pick<Assessment, 'views'>[];
    community: string;
    from: string;
  },
): string {
  const good = reasonsOf(criteria, assessments, ['met', 'met-another-way']);
  const missing = reasonsOf(criteria, assessments, ['more-needed', 'cannot-tell']);
  const body = {
    admitted: [
      t('We are delighted to welcome you as a member of {community}.', { community }),
      ...list(t('What stood out to the people who read your application:'), good),
    ],
    'more-needed': [
      t('Thank you for your application to {community}. Before we decide we would like to hear a little more.', {
        community,
      }),
      ...list(t('What we would like to know:'), missing),
      ...list(t('What spoke to us already:'), good),
    ],
    'not-now': [
      t(
        'Thank you for your application to {community}, and for the work behind it. We cannot admit you now, and we want you to know why.',
        {
          community,
        },
      ),
      ...list(t('What we missed:'), missing),
      ...list(t('What spoke to us:'), good),
      t(
        'Not now is not never: what you do next may be just what was missing. Meanwhile you can read everything, and share your own work, without being a member.',
      ),
    ],
  }[outcome];
  const hello = t('Dear {name},', { name: application.name });
  const bye = t('With good wishes,\n{from}, for {community}', { from, community });
  return [hello, ...body, bye].join('\n\n');
}

type Reasons = { title: string; reasons: string[] }[];

function reasonsOf(criteria: Criterion[], assessments: Pick<Assessment, 'views'>[], views: View[]): Reasons {
  return criteria.flatMap(({ id, title }) => {
    const reasons = assessments
      .flatMap((assessment) => assessment.views)
      .filter(({ criterionId, view }) => criterionId === id && views.includes(view))
      .map(({ reason }) => reason);
    return reasons.length > 0 ? [{ title, reasons: [...new Set(reasons)] }] : [];
  });
}

function list(lead: string, reasons: Reasons): string[] {
  if (reasons.length === 0) return [];
  return [
    lead,
    ...reasons.map(({ title, reasons: lines }) => `${title}\n${lines.map((line) => `– ${line}`).join('\n')}`),
  ];
}
