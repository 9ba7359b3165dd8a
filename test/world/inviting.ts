import { answers, campaigns, invitations } from '#features/inviting/index.ts';
import { applications, criteria, drafts, submissions } from '#features/membership/index.ts';
import { visitor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { cast } from '../cast.ts';
import { deliverLetters } from './post.ts';

const POST = { url: 'http://localhost:3000', secret: 'the secret of a world that stands still' };
const DAY = 86_400_000;
type PersonOf = (email: string) => Promise<string>;

/** Whom Amina has invited, and what they said. All invented. */
const INVITED = [
  {
    name: 'Leila Haddad',
    email: 'leila@tidewater-homes.example',
    note: 'You found flats for three of our patients in a week. I would like others to hear how.',
    daysAgo: 3,
    answer: null,
  },
  {
    name: 'Bernard Osgood',
    email: 'bernard@saltmouth.example',
    note: 'Your night-shift handover sheet deserves more than one ward.',
    daysAgo: 40,
    answer: 'not-now',
  },
  {
    name: 'Verity Crane',
    email: 'verity@saltmouth.example',
    note: 'I think that you would enjoy the introductions.',
    daysAgo: 55,
    answer: 'never',
  },
  {
    name: 'Shirin Tavakoli',
    email: 'shirin@carrigmore-carers.example',
    note: 'You run the carers’ table at the discharge meetings in Carrigmore. Nobody does that better.',
    daysAgo: 12,
    answer: 'applied',
  },
] as const;

/** Invitations in each state, and a campaign under way. */
export async function addInviting(db: Db, personOf: PersonOf, now: Date): Promise<void> {
  const amina = await personOf(cast.amina.email);
  for (const { answer, daysAgo, ...given } of INVITED) {
    const at = new Date(now.getTime() - daysAgo * DAY);
    await invitations.invite(db, given, POST, await actorFor(db, amina, at));
    const invitation = await newest(db, given);
    const later = visitor(new Date(at.getTime() + DAY));
    if (answer === 'not-now') await answers.postpone(db, invitation, later);
    else if (answer === 'never') await answers.refuse(db, invitation, POST, later);
    else if (answer === 'applied') await applies(db, invitation, later.at);
  }
  await addCampaign(db, await personOf(cast.sian.email), now);
  await deliverLetters(db);
}

async function newest(db: Db, { name, email, note }: { name: string; email: string; note: string }) {
  const { id } = await db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', email)
    .orderBy('invited_at', 'desc')
    .executeTakeFirstOrThrow();
  return { id, name, email, note, invitedBy: cast.amina.name, postponed: false, accepted: false };
}

/** Says yes, lets Amina know, and sends the application. */
async function applies(db: Db, invitation: invitations.Invitation, at: Date): Promise<void> {
  const actor = { ...visitor(at), email: invitation.email };
  const start = { name: invitation.name, country: 'ireland', pathway: 'public', tell: ['applied', 'joined'] } as const;
  const token = await answers.accept(db, invitation, { ...start, tell: [...start.tell] }, POST, actor);
  const { application } = await applications.open(db, token ?? '', actor);
  const [influence, reflection] = await criteria.of(db, application.criteriaVersionId);
  const draft = {
    ...start,
    answers: {
      [influence?.id ?? '']:
        'I look after my father. With six other carers I got a chair for us at the discharge meeting, and now four hospitals have one.',
      [reflection?.id ?? '']:
        'We asked for a policy first and got a leaflet. Turning up every Tuesday for a year was what moved people.',
    },
    works: [],
    needs: '',
    compactVersion: '1',
  };
  await drafts.save(db, application, draft, actor);
  await submissions.send(db, application, POST.url, actor);
}

async function addCampaign(db: Db, steward: string, now: Date): Promise<void> {
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const actor = await actorFor(db, steward, new Date(now.getTime() - 30 * DAY));
  const slug = await campaigns.make(
    db,
    {
      title: 'Care homes have something to say',
      words:
        'In care homes, improvement is done between two bells, and hardly anybody writes it down. We would like to hear from those who do it: carers, managers, cooks, families.\n\nNo certificate is needed. If you changed something and it stuck, or did not, you belong here.',
      country: null,
      sector: 'adult-social-care',
      background: null,
      opensOn: day(-28),
      closesOn: day(60),
      goal: 25,
    },
    actor,
  );
  const campaign = await campaigns.find(db, slug, actor);
  await db
    .insertInto('campaign_arrivals')
    .values([26, 19, 12, 5, 1].map((ago, i) => ({ campaign_id: campaign.id, day: day(-ago), arrivals: 31 - i * 5 })))
    .execute();
  const began = await db
    .selectFrom('applications')
    .select(['id', 'started_at'])
    .where('started_at', '>', new Date(now.getTime() - 100 * DAY))
    .orderBy('name')
    .limit(9)
    .execute();
  await db
    .insertInto('campaign_applications')
    .values(began.map(({ id, started_at }) => ({ application_id: id, campaign_id: campaign.id, begun_at: started_at })))
    .execute();
}
