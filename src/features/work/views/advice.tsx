import { t } from '#kernel/words.ts';

/** For a team: is this improvement, audit or research? Where to ask, if the community knows. */
export function Advice({ address }: { address: string }) {
  return (
    <section>
      <h2>{t('Improvement, audit or research?')}</h2>
      <p class="small">
        {t(
          'Changing how care is given and learning from it is improvement. If you seek knowledge for everybody by a fixed protocol, it may be research and need approval first. If in doubt, ask your organisation’s research or governance office.',
        )}{' '}
        {address && <a href={address}>{t('Local advice')}</a>}
      </p>
    </section>
  );
}
