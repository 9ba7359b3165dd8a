import type { Db } from '#kernel/database/index.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';

export const BROUGHT_IN_LINK = 'brought-in';
const DAYS = 90;

/** To somebody who was on another list: what happened, and where to confirm or to be taken out. */
export async function broughtIn(
  db: Db,
  { id, email, name, by, fileName }: { id: string; email: string; name: string; by: string; fileName: string },
  url: string,
  at: Date,
): Promise<void> {
  const { 'community.name': community } = await settings.read(db);
  const token = await links.issue(db, { purpose: BROUGHT_IN_LINK, subject: id, email, days: DAYS }, at);
  const paragraphs = [
    t('Hello {name},', { name }),
    t(
      '{by} has brought you into {community} from another list (“{fileName}”). You are a member now, if you want to be.',
      {
        by,
        community,
        fileName,
      },
    ),
    t('Please say yes, or have yourself taken out, here:'),
    `${url}/join/brought-in/${token}`,
    t('Until you do, only members can see your name, and nothing is shown to the public.'),
  ];
  const subject = t('You have been brought into {community}', { community });
  await mail.send(db, { to: email, subject, text: paragraphs.join('\n\n') }, at);
}
