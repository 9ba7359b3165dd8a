import { t } from '#kernel/words.ts';
import type { Grade } from '../grade.ts';
import { gradeLine, STEPS, stepOf } from '../words.ts';

/** The strength of the evidence as five steps, with its words beside it. */
export function GradeBar({ grade }: { grade: Grade | null }) {
  if (!grade) return <p class="grade">{t('The strength of the evidence is being worked out.')}</p>;
  return (
    <p class="grade">
      <span class="grade-steps" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, i) => (
          <span class={i < stepOf(grade) ? 'grade-step grade-step-reached' : 'grade-step'} />
        ))}
      </span>
      <span class="grade-words">{gradeLine(grade)}</span>
    </p>
  );
}
