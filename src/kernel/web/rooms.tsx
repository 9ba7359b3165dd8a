import type { MiddlewareHandler } from 'hono';
import { has } from '../actor.ts';
import type { House } from '../house.ts';
import { isOpen, type Room } from '../rooms.ts';
import * as settings from '../settings.ts';
import { PageHead } from '../ui/index.ts';
import { rich, t } from '../words.ts';
import type { HouseEnv } from './env.ts';

/** Lets requests into a room while it is open; otherwise says so, and to a steward where to open it. */
export function whileOpen({ db }: Pick<House, 'db'>, room: Room): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const { actor } = c.var;
    if (isOpen(await settings.current(db, actor.at), room)) return next();
    c.status(404);
    return c.render(<ClosedRoom steward={has(actor, 'steward')} />, { title: title(), unlisted: true });
  };
}

function ClosedRoom({ steward }: { steward: boolean }) {
  return (
    <div class="reading">
      <PageHead title={title()} lede={t('This community has not opened it. What is in it, if anything, is kept.')} />
      {steward ? (
        <p>
          {rich('You look after this community, so you can <a>open it</a> whenever it is of use: with one button.', {
            a: (text) => <a href="/steward#rooms">{text}</a>,
          })}
        </p>
      ) : (
        <p>
          {rich(
            'There is more to see: <work>browse the work</work>, <people>find people</people> or <home>start from the home page</home>.',
            {
              work: (text) => <a href="/work">{text}</a>,
              people: (text) => <a href="/people">{text}</a>,
              home: (text) => <a href="/">{text}</a>,
            },
          )}
        </p>
      )}
    </div>
  );
}

function title(): string {
  return t('This room is not open yet');
}
