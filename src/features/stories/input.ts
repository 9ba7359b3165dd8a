import { z } from 'zod';
import { t } from '#kernel/words.ts';

/** What the forms of this room take. */
export const StoryInput = z.object({
  title: z
    .string({ error: () => t('Give your story a title.') })
    .max(140, { error: () => t('Please keep the title under 140 characters.') }),
  standfirst: z
    .string({ error: () => t('Say in a sentence or two what the story is about.') })
    .max(400, { error: () => t('Please keep this under 400 characters.') }),
  body: z
    .string({ error: () => t('Tell the story.') })
    .max(60_000, { error: () => t('Please keep the story under 60,000 characters.') }),
  alt: z
    .string()
    .max(300, { error: () => t('Please keep this under 300 characters.') })
    .default(''),
  works: z
    .string()
    .max(2000, { error: () => t('That is too many addresses. Please keep to ten.') })
    .default(''),
});

const words = {
  body: z
    .string({ error: () => t('Write your comment.') })
    .max(5000, { error: () => t('Please keep your comment under 5,000 characters.') }),
  replyTo: z
    .string()
    .regex(/^[0-9a-z]{10}$/)
    .nullable()
    .catch(null),
  'leave-empty': z.string().default(''),
};

/** From somebody who is signed in: whatever stands in the other fields does not count. */
export const CommentInput = z.object({ ...words, name: z.string().default(''), email: z.string().default('') });

/** From somebody who is not signed in. */
export const StrangerCommentInput = z.object({
  name: z
    .string({ error: () => t('Tell us the name to show with your comment.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  email: z.email({ error: () => t('Type your e-mail address in full, such as name@example.org.') }).max(200),
  ...words,
});

export const RefusalInput = z.object({
  reason: z
    .string({ error: () => t('Give a reason: it goes to whoever wrote the comment.') })
    .max(1000, { error: () => t('Please keep the reason under 1,000 characters.') }),
});

export const ListQuery = z.object({
  words: z.string().trim().min(1).max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
