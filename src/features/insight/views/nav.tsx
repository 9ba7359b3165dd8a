import { t } from '#kernel/words.ts';

/** The pages of this room. */
export function InsightNav({ here }: { here: string }) {
  const pages = [
    { href: '/insight/reflection', label: t('Do we reflect the people we serve?') },
    { href: '/insight/range', label: t('How wide is our range?') },
    { href: '/insight/law', label: t('The law') },
  ];
  return (
    <nav class="insight-nav" aria-label={t('The community in numbers')}>
      <ul>
        {pages.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={href === here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
