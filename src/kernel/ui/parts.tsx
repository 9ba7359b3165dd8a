import { t } from '../words.ts';
import type { Child } from './types.ts';

/** A form that posts to this house. Other verbs than POST travel in `_method`. */
export function PostForm({
  action,
  method = 'post',
  files,
  children,
  className,
}: {
  action: string;
  method?: 'post' | 'put' | 'patch' | 'delete';
  files?: boolean;
  children?: Child;
  className?: string;
}) {
  return (
    <form
      action={action}
      method="post"
      enctype={files ? 'multipart/form-data' : undefined}
      class={className}
      novalidate
    >
      {method !== 'post' && <input type="hidden" name="_method" value={method.toUpperCase()} />}
      {children}
    </form>
  );
}

export function Button({
  children,
  kind = 'primary',
  name,
  value,
}: {
  children?: Child;
  kind?: 'primary' | 'secondary' | 'warning';
  name?: string;
  value?: string;
}) {
  return (
    <button class={`button${kind === 'primary' ? '' : ` button-${kind}`}`} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

export function ButtonLink({
  href,
  children,
  kind = 'primary',
}: {
  href: string;
  children?: Child;
  kind?: 'primary' | 'secondary';
}) {
  return (
    <a class={`button${kind === 'primary' ? '' : ` button-${kind}`}`} href={href}>
      {children}
    </a>
  );
}

/** What a machine fills in and a person never sees. A form that comes back with it is thanked and forgotten. */
export function Honeypot() {
  return (
    <div class="honeypot" aria-hidden="true">
      <label for="field-leave-empty">{t('Leave this empty')}</label>
      <input id="field-leave-empty" name="leave-empty" type="text" tabindex={-1} autocomplete="off" />
    </div>
  );
}

/** A small word that says a state. Never by colour alone. */
export function Tag({
  children,
  tone = 'plain',
}: {
  children?: Child;
  tone?: 'plain' | 'moss' | 'water' | 'heather' | 'bracken';
}) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}

export function Notice({
  children,
  tone = 'water',
  title,
}: {
  children?: Child;
  tone?: 'water' | 'moss' | 'bracken';
  title?: string;
}) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'moss' ? 'status' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** What a list says when it has nothing to show, and what to do about it. */
export function Empty({ children }: { children?: Child }) {
  return <div class="empty">{children}</div>;
}

export type Column<Row> = { head: string; cell: (row: Row) => Child; numeric?: boolean };

/**
 * A table with its sentence first; it scrolls inside its own box on a narrow screen. `stack`: there each row stands as a
 * block instead, its heads beside its cells: for rows that are read one at a time. Roles, because a block is no row.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  stack,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  stack?: boolean;
}) {
  const role = (name: string) => (stack ? name : undefined);
  return (
    <section class="table-box" aria-label={caption} tabindex={0}>
      <table class={`nhsuk-table${stack ? ' table-stack' : ''}`} role={role('table')}>
        <caption class="nhsuk-table__caption">
          <span>{caption}</span>
        </caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map(({ head, numeric }) => (
              <th scope="col" role={role('columnheader')} class={numeric ? 'numeric' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr role={role('row')}>
              {columns.map(({ head, cell, numeric }) => (
                <td role={role('cell')} class={numeric ? 'numeric' : undefined} data-head={stack ? head : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Pages of a list: `address` gives the address of page n. */
export function Pagination({
  page,
  pages,
  address,
}: {
  page: number;
  pages: number;
  address: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav class="nhsuk-pagination pagination" aria-label={t('Pages')}>
      <ul>
        {page > 1 && (
          <li>
            <a rel="prev" href={address(page - 1)}>
              {t('Previous page')}
            </a>
          </li>
        )}
        <li aria-current="page">{t('Page {page} of {pages}', { page, pages })}</li>
        {page < pages && (
          <li>
            <a rel="next" href={address(page + 1)}>
              {t('Next page')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The head of a page: where it stands, its title, one sentence. */
export function PageHead({
  title,
  lede,
  above,
  children,
}: {
  title: string;
  lede?: Child;
  above?: Child;
  children?: Child;
}) {
  return (
    <header class="page-head">
      {above && <div class="page-head-above">{above}</div>}
      <h1>{title}</h1>
      {lede && <p class="lede">{lede}</p>}
      {children}
    </header>
  );
}
