import { Button, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

export function Withdraw({ address }: { address: string }) {
  return (
    <details class="application-withdraw">
      <summary>{t('Take your application back')}</summary>
      <p>{t('Nobody will read it any further. You can apply again whenever you like.')}</p>
      <PostForm action={`${address}/withdrawal`} method="put">
        <Button kind="warning">{t('Take it back')}</Button>
      </PostForm>
    </details>
  );
}
