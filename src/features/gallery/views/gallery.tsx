import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  DataTable,
  Empty,
  Notice,
  PageHead,
  Pagination,
  SelectField,
  Tag,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Measured, Scheme } from '../contrast.ts';
import { Forms } from './forms.tsx';
import { Palette, Type } from './palette.tsx';
import { Piece } from './piece.tsx';

const LONG =
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and the Alexandra Featherstonehaugh-Montgomery-Osei Community Partnership Board';
const FORM: Form = { typed: { words: 'falls', country: 'wales' }, errors: {} };

/** Every component of the kernel in each of its states. */
export function Gallery({ palette }: { palette: Record<Scheme, Measured[]> }) {
  return (
    <>
      <PageHead
        title={t('Gallery')}
        lede={t('Each part of the look in each of its states: look here before and after you change one.')}
        above={<Tag>{t('not in a real community')}</Tag>}
      />
      <Type />
      <Palette palette={palette} />
      <Piece title={t('Buttons')}>
        <p class="buttons">
          <Button>{t('Save')}</Button>
          <Button kind="secondary">{t('Cancel')}</Button>
          <Button kind="warning">{t('Delete')}</Button>
          <ButtonLink href="#buttons">{t('A link that acts')}</ButtonLink>
          <ButtonLink href="#buttons" kind="secondary">
            {LONG}
          </ButtonLink>
        </p>
      </Piece>
      <Piece title={t('Tags')}>
        <p class="tags">
          {(['plain', 'moss', 'water', 'heather', 'bracken'] as const).map((tone) => (
            <Tag tone={tone}>{tone}</Tag>
          ))}
          <Tag>{LONG}</Tag>
          <a class="tag" href="#tags">
            {t('a tag that leads on')}
          </a>
        </p>
      </Piece>
      <Piece title={t('Notices')}>
        <Notice title={t('Something to know')}>
          <p>{t('A moderator looks at a first piece of work before others see it.')}</p>
        </Notice>
        <Notice tone="moss" title={t('Done')}>
          <p>{t('Your work is shared.')}</p>
        </Notice>
        <Notice tone="bracken">
          <p>{LONG}</p>
        </Notice>
      </Piece>
      <Piece title={t('Nothing to show')}>
        <Empty>
          <p>{t('Try fewer or other words. If nobody has shared anything like it, yours would be the first.')}</p>
        </Empty>
      </Piece>
      <Piece title={t('Searches')}>
        <Search fields={1} />
        <Search fields={3} />
        <Search fields={5} />
      </Piece>
      <Forms />
      <Piece title={t('Cards')}>
        <ul class="cards">
          {['A short one', LONG, 'Another'].map((title) => (
            <li class="card">
              <h3>
                <a href="#cards">{title}</a>
              </h3>
              <p>{t('Nine in ten patients say that they understand their letter.')}</p>
            </li>
          ))}
        </ul>
      </Piece>
      <Piece title={t('Facts')}>
        <dl class="facts">
          <dt>{t('Place')}</dt>
          <dd>{LONG}</dd>
          <dt>{t('Since')}</dt>
          <dd>2024</dd>
        </dl>
      </Piece>
      <Piece title={t('Tables')}>
        <Table rows={0} />
        <Table rows={24} />
      </Piece>
      <Piece title={t('Pages of a list')}>
        <Pagination page={5} pages={9} address={() => '#pages'} />
      </Piece>
    </>
  );
}

function Search({ fields }: { fields: number }) {
  return (
    <form class="search" method="get" action="/gallery" aria-label={t('Search with {fields} fields', { fields })}>
      <TextField form={FORM} name={`words-${fields}`} type="search" label={t('Words')} />
      {Array.from({ length: fields - 1 }, (_, i) => (
        <SelectField
          form={FORM}
          name={`field-${fields}-${i}`}
          label={i === 1 ? t('A longer label') : t('Country')}
          empty={t('All')}
          choices={[{ value: 'wales', label: LONG }]}
        />
      ))}
      <Button>{t('Search')}</Button>
    </form>
  );
}

function Table({ rows }: { rows: number }) {
  const values = Array.from({ length: rows }, (_, i) => ({ name: i === 3 ? LONG : `Row ${i + 1}`, value: i * 37.5 }));
  return (
    <DataTable
      caption={t('{rows, plural, =0 {A table without rows} one {A table with # row} other {A table with # rows}}', {
        rows,
      })}
      columns={[
        { head: t('Name'), cell: ({ name }) => name },
        { head: t('Value'), cell: ({ value }) => value.toFixed(1), numeric: true },
      ]}
      rows={values}
    />
  );
}
