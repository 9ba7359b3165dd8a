import { countryName } from '#kernel/countries.ts';
import { methodName } from './methods.ts';
import { stateName } from './states.ts';
import type { Work } from './works.ts';

/** The work as schema.org describes a research project: for search engines and for whoever wants the data. */
export function structuredData(work: Work, url: string): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': `${url}/s/${work.short}`,
    url: `${url}/work/${work.address}`,
    name: work.title,
    description: [work.problem, work.aim, work.tried, work.lesson].filter(Boolean).join('\n\n'),
    creativeWorkStatus: stateName(work.state),
    foundingDate: work.startedOn ?? undefined,
    dissolutionDate: work.endedOn ?? undefined,
    location: { '@type': 'Place', name: [work.place, countryName(work.country)].filter(Boolean).join(', ') },
    parentOrganization: work.organisation ? { '@type': 'Organization', name: work.organisation.name } : undefined,
    keywords: work.methods.map(methodName).join(', ') || undefined,
    inLanguage: work.lang,
  };
}
