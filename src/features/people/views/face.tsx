import type { Profile } from '../profiles.ts';
import { Initials } from './initials.tsx';

/** A person's picture, or their initials on a stone. The name stands beside it, so a screen reader skips both. */
export function Face({ person, large }: { person: Pick<Profile, 'name' | 'address' | 'photo'>; large?: boolean }) {
  if (!person.photo) return <Initials name={person.name} large={large} />;
  return (
    <img
      class={`face${large ? ' face-large' : ''}`}
      src={`/people/${person.address}/photo?of=${person.photo}`}
      alt=""
      width={large ? 104 : 52}
      height={large ? 104 : 52}
      loading={large ? undefined : 'lazy'}
    />
  );
}
