import { type Actor, has } from '#kernel/actor.ts';
import { policy } from '#kernel/permission.ts';

type Story = { authorId: string; publishedAt: Date | null };
type Comment = { personId: string | null };

export const { allow, may } = policy<{
  write: object;
  revise: Story;
  discard: Story;
  publish: object;
  'close comments': Story;
  withdraw: Comment;
  moderate: object;
}>({
  write: (actor) => has(actor, 'member') || has(actor, 'editor'),
  /** A published story is in the editors' care. */
  revise: (actor, story) => has(actor, 'editor') || (isAuthor(actor, story) && story.publishedAt === null),
  discard: (actor, story) => has(actor, 'editor') || (isAuthor(actor, story) && story.publishedAt === null),
  publish: (actor) => has(actor, 'editor'),
  'close comments': (actor, story) => has(actor, 'editor') || has(actor, 'moderator') || isAuthor(actor, story),
  withdraw: (actor, { personId }) => actor.id !== null && actor.id === personId,
  moderate: (actor) => has(actor, 'moderator'),
});

function isAuthor(actor: Actor, { authorId }: Story): boolean {
  return actor.id !== null && actor.id === authorId;
}
