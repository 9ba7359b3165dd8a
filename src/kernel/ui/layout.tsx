import { type Actor, has, type Role } from '../actor.ts';
import { isOpen, type Room } from '../rooms.ts';
import type { Settings } from '../settings.ts';
import { assetAddress } from '../web/assets.ts';
import { t } from '../words.ts';
import { Mark } from './mark.tsx';
import type { Child } from './types.ts';

/** `role`: shown only to those who hold it. `room`: shown only while it is open. */
export type NavItem = { href: string; label: () => string; role?: Role; room?: Room };

export type PageProps = {
  title: string;
  description?: string;
  /** The form on the page could not be accepted: the title says so first. */
  failed?: boolean;
  /** Wider than a column of text: landscapes, tables. */
  wide?: boolean;
  /** Bands from edge to edge that set their own margins: the home page. */
  full?: boolean;
  /** An Atom feed of what the page shows. */
  feed?: { href: string; title: string };
  /** Structured data (schema.org), as an object. */
  data?: Record<string, unknown>;
  /** Custom elements that this page uses, by file name without ending. */
  elements?: string[];
  /** Kept out of search engines. */
  unlisted?: boolean;
};

export type Shell = { community: Settings; nav: readonly NavItem[]; actor: Actor; path: string; url: string };

/** The two faces that every page is set in, asked for before the stylesheet names them. */
const FACES = ['atkinson-latin.woff2', 'newsreader-latin.woff2'];

/** The frame of every page. */
export function Layout({ page, shell, content }: { page: PageProps; shell: Shell; content: Child }) {
  const name = shell.community['community.name'];
  const title = page.title === name ? name : `${page.title} · ${name}`;
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{page.failed ? t('Error: {title}', { title }) : title}</title>
        <meta name="description" content={page.description || shell.community['community.strapline'] || name} />
        {page.unlisted && <meta name="robots" content="noindex" />}
        {FACES.map((face) => (
          <link rel="preload" href={assetAddress(face)} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assetAddress('site.css')} />
        <link rel="icon" href={assetAddress('mark.svg')} type="image/svg+xml" />
        {page.feed && (
          <link rel="alternate" type="application/atom+xml" href={page.feed.href} title={page.feed.title} />
        )}
        {page.data && (
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(page.data) }} />
        )}
        {page.elements?.map((element) => (
          <script type="module" src={assetAddress(`${element}.js`)} />
        ))}
      </head>
      <body class={page.wide ? 'wide' : page.full ? 'full' : undefined}>
        <a class="skip-link" href="#main">
          {t('Skip to content')}
        </a>
        <header class="masthead">
          <a class="masthead-home" href="/">
            <Mark />
            <span class="masthead-name">{name}</span>
            <span class="masthead-strapline">{shell.community['community.strapline']}</span>
          </a>
          <nav class="masthead-nav" aria-label={t('Main')}>
            <ul>
              {shell.nav
                .filter(({ role }) => !role || has(shell.actor, role))
                .filter(({ room }) => !room || isOpen(shell.community, room))
                .map(({ href, label }) => (
                  <li>
                    <a href={href} aria-current={isWithin(shell.path, href) ? 'page' : undefined}>
                      {label()}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
          <p class="masthead-account">
            {shell.actor.id ? (
              <a href="/account">{shell.actor.name ?? t('Your account')}</a>
            ) : (
              <>
                <a href="/sign-in">{t('Sign in')}</a>
                <a class="button" href="/join">
                  {t('Join')}
                </a>
              </>
            )}
          </p>
        </header>
        <main id="main" class={page.full ? 'full' : undefined} tabindex={-1}>
          {content}
        </main>
        <Footer name={name} />
      </body>
    </html>
  );
}

function Footer({ name }: { name: string }) {
  return (
    <footer class="footer">
      <p>
        {t('{name} is open to read by anyone. Please never share anything that could identify a patient.', { name })}
      </p>
      <ul>
        <li>
          <a href="/pages/compact">{t('Our compact')}</a>
        </li>
        <li>
          <a href="/pages/comments">{t('Comments policy')}</a>
        </li>
        <li>
          <a href="/insight">{t('Who we are, in numbers')}</a>
        </li>
        <li>
          <a href="/pages/privacy">{t('Privacy')}</a>
        </li>
        <li>
          <a href="/pages/accessibility">{t('Accessibility')}</a>
        </li>
        <li>
          <a href="/report">{t('Report a concern')}</a>
        </li>
      </ul>
    </footer>
  );
}

function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

/** JSON inside a script element: `<` may not end it. */
function jsonForScript(data: Record<string, unknown>): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
