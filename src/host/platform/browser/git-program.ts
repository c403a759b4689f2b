import type { GitProgram } from '../git-program';

/** A browser starts no programs: files are listed by walking, and a spec does without branch and commits. */
export const gitProgram: GitProgram | null = null;
