import { assistantNames, userNames } from '../vocabulary/speaker-names';
import type { Turn } from './turn';

/** `user`, `assistant`, or a person by name. */
export function roleOf(speaker: string): Turn['role'] {
  const bare = speaker.toLowerCase().replace(/[*_:]/g, '').trim();
  if (assistantNames.has(bare)) return 'assistant';
  return userNames.has(bare) ? 'user' : 'person';
}
