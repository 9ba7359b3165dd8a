import { t } from '#kernel/words.ts';
import { type Diagram, type Driver, under } from '../diagram.ts';
import { below, tierName } from '../tiers.ts';

type Props = { base: string; diagram: Diagram; parent: Driver | null; edit: boolean };

/** The diagram in words, one under the other; its team changes it here. What serves two stands under both, with all that hangs on it under the first. */
export function Outline({ base, diagram, parent, edit }: Props) {
  const children = under(diagram, parent);
  const tier = below(parent?.tier ?? null);
  if (!tier || (children.length === 0 && !edit)) return null;
  return (
    <ul class={`outline outline-${tier}`}>
      {children.map((driver, i) => (
        <li>
          <div class="outline-line">
            <span>
              <span class="small">{tierName(tier)}</span> <span class="outline-words">{driver.words}</span>
            </span>
            {edit && (
              <Tools base={base} driver={driver} parent={parent} first={i === 0} last={i === children.length - 1} />
            )}
          </div>
          <Others diagram={diagram} driver={driver} parent={parent} />
          {driver.cycles.length > 0 && (
            <p class="small">
              {t('Tried in')}{' '}
              {driver.cycles.map((number) => (
                <>
                  <a href={`${base}/cycles/${number}`}>{t('Cycle {number, number}', { number })}</a>{' '}
                </>
              ))}
            </p>
          )}
          {!parent || driver.parents[0] === parent.id ? (
            <Outline base={base} diagram={diagram} parent={driver} edit={edit} />
          ) : (
            <Elsewhere diagram={diagram} driver={driver} />
          )}
        </li>
      ))}
      {edit && (
        <li class="outline-add">
          <a href={`${base}/drivers/new${parent ? `?under=${parent.short}` : ''}`}>
            {parent
              ? t('Add under “{words}”', { words: parent.words })
              : t('Add what has to be so for this: primary drivers')}
          </a>
        </li>
      )}
    </ul>
  );
}

function Tools({
  base,
  driver,
  parent,
  first,
  last,
}: {
  base: string;
  driver: Driver;
  parent: Driver | null;
  first: boolean;
  last: boolean;
}) {
  const { short, words } = driver;
  return (
    <div class="outline-tools">
      <a href={`${base}/drivers/${short}`} aria-label={t('Change “{words}”', { words })}>
        {t('Change')}
      </a>
      {(!first || !last) && (
        <form action={`${base}/drivers/${short}/position`} method="post">
          <input type="hidden" name="_method" value="PUT" />
          <input type="hidden" name="under" value={parent?.short ?? ''} />
          {!first && (
            <button
              class="plain-button"
              type="submit"
              name="direction"
              value="up"
              aria-label={t('Move “{words}” up', { words })}
            >
              {t('Up')}
            </button>
          )}
          {!last && (
            <button
              class="plain-button"
              type="submit"
              name="direction"
              value="down"
              aria-label={t('Move “{words}” down', { words })}
            >
              {t('Down')}
            </button>
          )}
        </form>
      )}
    </div>
  );
}

function Elsewhere({ diagram, driver }: { diagram: Diagram; driver: Driver }) {
  const first = diagram.drivers.find(({ id }) => id === driver.parents[0]);
  if (!first || under(diagram, driver).length === 0) return null;
  return <p class="small">{t('What hangs on it stands under “{words}”.', { words: first.words })}</p>;
}

function Others({ diagram, driver, parent }: { diagram: Diagram; driver: Driver; parent: Driver | null }) {
  const others = diagram.drivers.filter(({ id }) => id !== parent?.id && driver.parents.includes(id));
  if (others.length === 0) return null;
  return <p class="small">{t('Serves too: {others}', { others: others.map(({ words }) => words).join('; ') })}</p>;
}
