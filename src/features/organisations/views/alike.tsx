import { Button, Empty, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Named } from '../describing.ts';

/** Pairs of organisations that may be one, each with what can be done about it. */
export function AlikePage({ pairs }: { pairs: { one: Named; other: Named }[] }) {
  return (
    <>
      <PageHead
        title={t('There twice?')}
        lede={t('Organisations in one country whose names are nearly the same. Look at both before you merge them.')}
      />
      {pairs.length === 0 && (
        <Empty>
          <p>{t('No two are alike. Nothing to do.')}</p>
        </Empty>
      )}
      <ul class="pairs">
        {pairs.map(({ one, other }) => (
          <li class="card">
            <p>
              <Name of={one} /> {t('and')} <Name of={other} />
            </p>
            <div class="buttons">
              <Merge from={other} into={one} />
              <Merge from={one} into={other} />
              <PostForm action={`/organisations/${one.address}/distinctions`}>
                <input type="hidden" name="other" value={`/organisations/${other.address}`} />
                <Button kind="secondary">{t('They are two')}</Button>
              </PostForm>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Name({ of }: { of: Named }) {
  return (
    <>
      <a href={`/organisations/${of.address}`}>{of.name}</a>
      {of.place && <span class="small"> {of.place}</span>}
    </>
  );
}

function Merge({ from, into }: { from: Named; into: Named }) {
  return (
    <PostForm action={`/organisations/${from.address}/merger`}>
      <input type="hidden" name="into" value={`/organisations/${into.address}`} />
      <Button>{t('Keep “{name}”', { name: into.name })}</Button>
    </PostForm>
  );
}
