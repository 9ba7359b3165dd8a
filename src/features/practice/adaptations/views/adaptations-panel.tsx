import { StateTag, type Work, whereOf } from '#features/work/index.ts';
import { ButtonLink } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Branch, Tree } from '../tree.ts';

/** Where a piece of work came from and where it went, on its page. */
export function AdaptationsPanel({ work, tree, tell }: { work: Work; tree: Tree; tell: boolean }) {
  if (tree.from.length === 0 && tree.to.length === 0 && !tell) return null;
  return (
    <section id="adaptations">
      <h2>{t('Tried elsewhere')}</h2>
      {tree.from.length > 0 && (
        <>
          <h3>{t('It began with')}</h3>
          <Branches branches={tree.from} end="of" />
        </>
      )}
      {tree.to.length > 0 && (
        <>
          <h3>{t('Who tried it since')}</h3>
          <Branches branches={tree.to} end="work" />
        </>
      )}
      {tree.to.length === 0 && tell && <p>{t('Nobody has told us yet that they tried it at another place.')}</p>}
      {tell && (
        <ButtonLink href={`/work/${work.address}/adaptations/new`} kind="secondary">
          {t('We tried this elsewhere')}
        </ButtonLink>
      )}
    </section>
  );
}

function Branches({ branches, end }: { branches: Branch[]; end: 'of' | 'work' }) {
  return (
    <ul class="adaptation-tree">
      {branches.map(({ adaptation, branches: further }) => {
        const other = adaptation[end];
        return (
          <li>
            <p>
              <a href={`/work/${other.address}`}>{other.title}</a> <span class="small">{whereOf(other)}</span>{' '}
              <StateTag state={other.state} />
            </p>
            <p class="small">
              <a href={`/work/${adaptation.of.address}/adaptations/${adaptation.short}`}>
                {t('What changed: {changed}', { changed: shortened(adaptation.changed) })}
              </a>
            </p>
            {further.length > 0 && <Branches branches={further} end={end} />}
          </li>
        );
      })}
    </ul>
  );
}

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 115).replace(/\s+\S*$/, '')} …`;
}
