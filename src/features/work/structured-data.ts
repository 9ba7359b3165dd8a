import { methodName } from '#features/reference/index.ts';
import { countryName } from '#kernel/countries.ts';
import { CC_BY } from './licences.ts';
import { MODES, modeName } from './modes.ts';
import type { Standing } from './placements.ts';
import { stateName } from './states.ts';
import type { Team } from './team/team.ts';
import { shownWhere } from './views/where.ts';
import type { Work } from './works.ts';

/** The work as schema.org describes a creative work, for search engines: nothing that its page does not show to all. */
export function structuredData(work: Work, team: Team, url: string): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': `${url}/s/${work.short}`,
    url: `${url}/work/${work.address}`,
    name: work.title,
    abstract: work.aim || undefined,
    description: [work.problem, work.tried, work.lesson].filter(Boolean).join('\n\n') || undefined,
    author: namesOf(team).map((name) => ({ '@type': 'Person', name })),
    creativeWorkStatus: stateName(work.state),
    spatialCoverage: shownWhere(work),
    temporalCoverage: work.startedOn ? `${work.startedOn}/${work.endedOn ?? '..'}` : undefined,
    keywords: work.methods.map(methodName).join(', ') || undefined,
    dateCreated: work.sharedAt.toISOString(),
    dateModified: work.changedAt.toISOString(),
    isAccessibleForFree: true,
    license: work.licence === 'cc-by-4.0' ? CC_BY : undefined,
    inLanguage: work.lang,
  };
}

/** Everything that the page says, for other programs. */
export function dataOf(work: Work, team: Team, standing: Standing | null, url: string): Record<string, unknown> {
  return {
    id: work.short,
    url: `${url}/work/${work.address}`,
    permanentUrl: `${url}/s/${work.short}`,
    title: work.title,
    problem: work.problem,
    aim: work.aim,
    tried: work.tried,
    lesson: work.lesson,
    state: work.state,
    country: work.country,
    countryName: countryName(work.country),
    where: shownWhere(work),
    startedOn: work.startedOn,
    endedOn: work.endedOn,
    methods: work.methods.map((id) => ({ id, name: methodName(id) })),
    topics: work.topics,
    modes: standing && MODES.map((id) => ({ id, name: modeName(id), share: Math.round(standing[id] * 1000) / 1000 })),
    placedBy: standing?.people ?? 0,
    spread: standing && Math.round(standing.spread * 1000) / 1000,
    team: namesOf(team),
    licence: work.licence,
    licenceUrl: work.licence === 'cc-by-4.0' ? CC_BY : null,
    sharedAt: work.sharedAt.toISOString(),
    changedAt: work.changedAt.toISOString(),
  };
}

/** Those who agreed to be named. */
export function namesOf(team: Team): string[] {
  return team.people.flatMap(({ name }) => name ?? []);
}
