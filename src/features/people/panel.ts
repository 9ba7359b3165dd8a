import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { Profile } from './profiles.ts';

/** What a higher room adds to a profile; app.tsx hands them in. Null shows nothing. `profile.seen` says what may be shown. */
export type Panel = (db: Db, profile: Profile, actor: Actor) => Promise<Child>;
