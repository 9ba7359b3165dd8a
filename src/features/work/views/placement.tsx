import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../works.ts';
import { ModeGesture } from './mode-gesture.tsx';

export function PlacementForm({ work, form, placed }: { work: Work; form: Form; placed: boolean }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Where do you see it?')} lede={work.title} />
      <PostForm action={`/work/${work.address}/placements/mine`} method="put">
        <ModeGesture form={form} />
        <Button>{t('Place it')}</Button>
      </PostForm>
      {placed && (
        <PostForm action={`/work/${work.address}/placements/mine`} method="delete">
          <Button kind="secondary">{t('Take my view back')}</Button>
        </PostForm>
      )}
    </div>
  );
}
